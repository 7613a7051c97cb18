import { newId } from '@gangway/kit';
import { startMailbox } from '../sandbox/index.ts';
import type { StartedMailbox } from '../sandbox/index.ts';

const createTransport = requireOutside('nodemailer').createTransport as (options: object) => {
  sendMail(mail: object): Promise<unknown>;
};
const box: { mailbox?: StartedMailbox } = {};
const mailbox = () => box.mailbox as StartedMailbox;
beforeAll(async () => void (box.mailbox = await startMailbox({ port: 0 })));
afterAll(() => mailbox().close());
beforeEach(() => mailbox().turn({ refuse: [], busy: false, slowMs: 0 }));

const evil = '<script>alert(1)</script>';
const mail = (changes: object = {}) => ({
  from: 'Волна <tickets@gangway.example>',
  to: `${newId()}@example.org`,
  subject: `Билеты ${evil}`,
  text: `Простой текст ${evil}`,
  html: `<html><head></head><body><p>Привет</p><img src="cid:qr"><a href="https://example.org">дальше</a></body></html>`,
  messageId: `<${newId()}@gangway.example>`,
  attachments: [
    { filename: 'билет.pdf', content: Buffer.from('%PDF-1'), contentType: 'application/pdf' },
    { filename: 'qr.png', content: Buffer.from('png'), contentType: 'image/png', cid: 'qr' },
  ],
  ...changes,
});
const send = async (sent: ReturnType<typeof mail>) => {
  await createTransport({ host: '127.0.0.1', port: mailbox().port }).sendMail(sent);
  return sent;
};
const get = async (path: string, init: RequestInit = {}) => {
  const answer = await fetch(mailbox().url + path, { redirect: 'manual', ...init });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};
const found = async (to: string) =>
  (
    JSON.parse((await get(`/api/messages?to=${to}`)).text) as {
      data: { id: string; deliveries: number; attachments: { url: string; name: string; size: number }[] }[];
    }
  ).data;

describe('a mail in the mailbox', () => {
  it('is found by its recipient, with all it brought', async () => {
    const sent = await send(mail());
    await send(mail());
    const [letter, ...others] = await found(sent.to);
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      ...{ subject: sent.subject, to: [sent.to], messageId: sent.messageId, deliveries: 1 },
      from: { name: 'Волна', address: 'tickets@gangway.example' },
      attachments: expect.arrayContaining([
        expect.objectContaining({ name: 'билет.pdf', type: 'application/pdf', size: 6 }),
        expect.objectContaining({ name: 'qr.png', contentId: 'qr' }),
      ]),
    });
    const file = await fetch(
      new URL(letter?.attachments.find(({ name }) => name === 'билет.pdf')?.url ?? '', mailbox().url),
    );
    expect([await file.text(), file.headers.get('content-disposition')]).toEqual([
      '%PDF-1',
      `attachment; filename*=UTF-8''${encodeURIComponent('билет.pdf')}`,
    ]);
  });

  it('with a Message-ID that came before is shown once, with its count', async () => {
    const sent = await send(mail());
    await send(sent);
    expect(await found(sent.to)).toEqual([expect.objectContaining({ deliveries: 2 })]);
    expect((await get(`/?to=${sent.to}&locale=en`)).text).toContain('Times delivered: 2');
  });

  it('is shown without scripts, and what it says never becomes part of the page', async () => {
    const sent = await send(mail());
    const [letter] = await found(sent.to);
    const pages = await Promise.all(
      ['', '?view=text', '?view=headers'].map((view) => get(`/letters/${letter?.id}${view}`)),
    );
    for (const { text, headers, status } of pages) {
      expect(status).toBe(200);
      expect(text).not.toContain(evil);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    expect(pages[0]?.text).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    const body = await get(`/letters/${letter?.id}/body`);
    expect(body.headers.get('content-security-policy')).toMatch(
      /^sandbox allow-popups[^;]*; default-src 'none'/,
    );
    expect(body.text).toContain(`data:image/png;base64,${Buffer.from('png').toString('base64')}`);
    expect(body.text).toContain('<base target="_blank" />');
  });

  it.each([
    ['ru', 'Все письма'],
    ['en', 'All mail'],
    ['zh', '全部邮件'],
  ])('is shown in %s', async (locale, words) => {
    const sent = await send(mail());
    const [letter] = await found(sent.to);
    expect((await get(`/letters/${letter?.id}?locale=${locale}`)).text).toContain(words);
  });
});

describe('the mailbox', () => {
  it('refuses for good, for now, or late, as its switches say', async () => {
    const put = (value: object) => get('/api/switches', { method: 'PUT', body: JSON.stringify(value) });
    await put({ refuse: ['unwanted'] });
    await expect(send(mail({ to: 'unwanted@example.org' }))).rejects.toMatchObject({ responseCode: 550 });
    await send(mail());
    await put({ refuse: [], busy: true });
    await expect(send(mail())).rejects.toMatchObject({ responseCode: 451 });
    expect(JSON.parse((await put({ busy: false, slowMs: 5 })).text)).toEqual({
      data: { refuse: [], busy: false, slowMs: 5 },
    });
    await send(mail());
    expect((await put([])).status).toBe(200);
    expect((await get('/api/switches', { method: 'PUT', body: '{' })).status).toBe(400);
  });

  it('does what forms of its own pages ask, and refuses those of others', async () => {
    const form = (origin: string) => ({
      method: 'POST',
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'refuse=one,+two&slowMs=7&busy=on',
    });
    expect((await get('/switches', form('https://evil.example'))).status).toBe(403);
    expect(mailbox().switches().busy).toBe(false);
    expect((await get('/switches', form(new URL(mailbox().url).origin))).status).toBe(303);
    expect(mailbox().switches()).toEqual({ refuse: ['one', 'two'], slowMs: 7, busy: true });
  });

  it('says what is not there', async () => {
    expect((await get('/letters/999999')).status).toBe(404);
    expect((await get('/api/messages/999999')).status).toBe(404);
    expect((await get('/?to=%3Cscript%3E&locale=en')).text).toContain(
      'No mail has come for such an address: &lt;script&gt;',
    );
  });

  it('that cannot have its port says which setting gives it another', async () => {
    await expect(startMailbox({ port: mailbox().port })).rejects.toMatchObject({
      message: `Port ${mailbox().port} for the mailbox is taken: stop what listens there, or set SANDBOX_SMTP_PORT to another one.`,
    });
  });

  it('forgets everything when it is asked to', async () => {
    await send(mail());
    await get('/api/messages', { method: 'DELETE' });
    expect(await found('')).toEqual([]);
  });
});
