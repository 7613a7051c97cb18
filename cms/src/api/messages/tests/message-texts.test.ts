import { locales, newId } from '@gangway/kit';
import { openMailbox } from '../../../../../plugins/notifications/sandbox/index.ts';
import type { Mailbox } from '../../../../../plugins/notifications/sandbox/index.ts';
import { asStaff, staffMember } from '../../../../tests/support/staff.ts';
import type { StaffMember } from '../../../../tests/support/staff.ts';

type Text = { subject: string; body: string };
type Texts = Record<'ru' | 'en' | 'zh', Text>;
type Definition = {
  name: string;
  texts: Texts;
  firstTexts: Texts;
  changed: boolean;
  placeholders: { en: { name: string; inside: string | null }[] };
};
type Rendered = Record<'ru' | 'en' | 'zh', { subject: string; html: string; text: string }>;
type Delivery = { id: string; status: string; to: string; attempts: number };

const uid = 'plugin::notifications.message-text';
const address = '/api/admin/messages/definitions/order.expired';
const manager = () => staffMember({ sections: { settings: 'act' } });
const viewer = () => staffMember({ sections: { settings: 'view' } });

const rowOf = async (message: string) => {
  const row = await strapi.db.query(uid).findOne({ where: { message } });
  return row as { documentId: string; subject: Record<string, string>; body: Record<string, string> };
};

async function save(member: StaffMember, changes: object, message = 'order.expired') {
  const { documentId } = await rowOf(message);
  const path = `/content-manager/collection-types/${uid}/${documentId}`;
  return asStaff(member, { method: 'PUT', path, body: changes });
}

async function definition(member: StaffMember, name = 'order.expired'): Promise<Definition> {
  const { data } = await asStaff<Definition[]>(member, { path: '/api/admin/messages/definitions' });
  const found = data.find((one) => one.name === name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
}

const preview = (member: StaffMember, body: object) =>
  asStaff<Rendered>(member, { method: 'POST', path: `${address}/preview`, body });

const box: { mailbox?: Mailbox } = {};
beforeAll(async () => void (box.mailbox = await openMailbox({ port: smtpPort })));
afterAll(() => box.mailbox?.close());
const letterTo = async (to: string) => {
  for (;;) {
    const [found] = box.mailbox?.letters.to(to) ?? [];
    if (found) return found;
    await new Promise((done) => setTimeout(done, 20));
  }
};

describe('the texts of messages', () => {
  it('are all there from the start, in every language, with what they may name', async () => {
    const expired = await definition(await viewer());
    expect(expired.changed).toBe(false);
    expect(expired.texts).toEqual(expired.firstTexts);
    expect(expired.placeholders.en.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['order.number', 'trips', 'shopUrl']),
    );
    expect(expired.placeholders.en.find(({ name }) => name === 'seat')?.inside).toBe('places');
  });

  it('are changed by managers, and the next message says so', async () => {
    const member = await manager();
    const row = await rowOf('order.link');
    const subject = { ...row.subject, en: 'Your order, {{order.number}}' };
    expect((await save(member, { subject }, 'order.link')).status).toBe(200);
    expect(await definition(member, 'order.link')).toMatchObject({
      changed: true,
      texts: { en: { subject: subject.en } },
    });
    const { data } = await asStaff<Rendered>(member, {
      method: 'POST',
      path: '/api/admin/messages/definitions/order.link/preview',
      body: {},
    });
    expect(data.en.subject).toMatch(/^Your order, /);
    await save(member, { subject: row.subject }, 'order.link');
  });

  it('naming what the message lacks are refused with a sentence that names it', async () => {
    const member = await manager();
    const { body } = await rowOf('order.expired');
    const refused = await save(member, { body: { ...body, ru: 'Здравствуйте, {{buyer.nmae}} и {{gift}}!' } });
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.error)).toContain('{{buyer.nmae}}');
    expect(JSON.stringify(refused.error)).toContain('{{gift}}');
    expect(JSON.stringify(refused.error)).toContain('UNKNOWN_PLACEHOLDER');
    expect((await rowOf('order.expired')).body).toEqual(body);
  });

  it.each([
    ['{{#trips}} open', 'UNCLOSED_PLACEHOLDER'],
    ['{{{order.url}}}', 'REFUSED_PLACEHOLDER'],
  ])('such as %s are refused as %s', async (ru, code) => {
    const { body } = await rowOf('order.expired');
    const refused = await save(await manager(), { body: { ...body, ru } });
    expect([refused.status, JSON.stringify(refused.error)]).toEqual([400, expect.stringContaining(code)]);
  });

  it('are complete in every language, stay, and belong to those who may act in the settings', async () => {
    const member = await manager();
    const { documentId, subject } = await rowOf('order.expired');
    expect((await save(member, { subject: { ...subject, zh: '' } })).status).toBe(400);
    const path = `/content-manager/collection-types/${uid}/${documentId}`;
    expect((await asStaff(member, { method: 'DELETE', path })).status).toBe(409);
    expect((await save(await viewer(), { subject })).status).toBe(403);
    expect((await save(await staffMember({ sections: { catalog: 'act' } }), { subject })).status).toBe(403);
  });

  it('that became wrong past every rule never stop a message: the first text is sent', async () => {
    const { documentId, body } = await rowOf('order.cancelled');
    const write = (value: object) =>
      strapi.db
        .connection('message_texts')
        .where({ document_id: documentId })
        .update({ body: JSON.stringify(value) });
    await write({ ...body, en: 'Dear {{nobody}}' });
    const found = await definition(await viewer(), 'order.cancelled');
    expect(found.texts.en).toEqual(found.firstTexts.en);
    await write(body);
  });
});

describe('the preview', () => {
  it('shows every language, filled, also of texts that are not saved', async () => {
    const member = await viewer();
    const { status, data } = await preview(member, {
      texts: { en: { subject: 'Draft {{order.number}}', body: '# Draft\n\n<b>x</b>' } },
    });
    expect(status).toBe(200);
    expect(data.en.subject).toMatch(/^Draft \S+$/);
    expect(data.en.html).toContain('&lt;b&gt;x&lt;/b&gt;');
    for (const locale of locales) expect(`${data[locale].html}${data[locale].text}`).not.toContain('{{');
    expect((await definition(member)).changed).toBe(false);
  });

  it('refuses texts that cannot be filled in, naming language and placeholder', async () => {
    const refused = await preview(await viewer(), { texts: { zh: { subject: '{{no.such}}', body: 'x' } } });
    expect(refused).toMatchObject({
      status: 400,
      error: {
        code: 'MESSAGE_TEXT_BROKEN',
        details: { problems: [{ language: 'zh', part: 'subject', kind: 'unknown', names: ['no.such'] }] },
      },
    });
  });

  it('knows its messages and its fields', async () => {
    const member = await viewer();
    const path = '/api/admin/messages/definitions/order.nothing/preview';
    expect((await asStaff(member, { method: 'POST', path, body: {} })).status).toBe(404);
    expect(await preview(member, { text: {} })).toMatchObject({
      status: 400,
      error: { code: 'UNKNOWN_FIELD' },
    });
    expect(await preview(member, { texts: { en: { subject: 5, body: 'x' } } })).toMatchObject({
      status: 400,
    });
  });

  it('is what a test send puts into the manager’s own mailbox', async () => {
    const member = await manager();
    const { data } = await preview(member, {});
    const sent = await asStaff<{ to: string }>(member, {
      method: 'POST',
      path: `${address}/test`,
      body: { language: 'en' },
    });
    expect(sent.status).toBe(200);
    const letter = await letterTo(sent.data.to);
    const oneLineEnd = (text = '') => text.replaceAll('\r\n', '\n').trim();
    expect(letter.subject).toBe(data.en.subject);
    expect(oneLineEnd(letter.html)).toBe(oneLineEnd(data.en.html));
    expect(oneLineEnd(letter.text)).toBe(oneLineEnd(data.en.text));
    const entry = await strapi.db
      .connection('audit_log')
      .where({ action: 'notifications.message.tested', actor_id: member.staffId })
      .first();
    expect(entry).toMatchObject({ subject_id: 'order.expired' });
  });

  it('may be sent only by those who may act', async () => {
    const path = `${address}/test`;
    expect((await asStaff(await viewer(), { method: 'POST', path, body: { language: 'en' } })).status).toBe(
      403,
    );
    expect((await asStaff(await manager(), { method: 'POST', path, body: { language: 'de' } })).status).toBe(
      400,
    );
  });
});

describe('the list of deliveries', () => {
  const list = (member: StaffMember, query: string) =>
    asStaff<Delivery[]>(member, { path: `/api/admin/messages?${query}` });
  const failedTo = async () => {
    const to = `${newId()}@refused.example`;
    box.mailbox?.turn({ refuse: ['@refused.example'] });
    const quiet = jest.spyOn(strapi.log, 'warn').mockImplementation(() => strapi.log);
    const member = await manager();
    await strapi.db
      .query('admin::user')
      .update({ where: { documentId: member.staffId }, data: { email: to } });
    await asStaff(member, { method: 'POST', path: `${address}/test`, body: { language: 'ru' } });
    for (;;) {
      const { data } = await list(member, `to=${to}&status=failed`);
      if (data[0]) return { member, quiet, failed: data[0], to };
      await new Promise((done) => setTimeout(done, 20));
    }
  };

  it('finds them by recipient and state, and sends a failed one again', async () => {
    const { member, quiet, failed, to } = await failedTo();
    expect(failed).toMatchObject({ to, attempts: 1, problem: expect.stringMatching(/^550/) });
    const path = `/api/admin/messages/${failed.id}/retry`;
    expect((await asStaff(await viewer(), { method: 'POST', path })).status).toBe(403);
    box.mailbox?.turn({ refuse: [] });
    expect(await asStaff(member, { method: 'POST', path })).toMatchObject({
      status: 200,
      data: { status: 'queued' },
    });
    expect((await letterTo(to)).messageId).toBe(`<${failed.id}@gangway.example>`);
    while ((await list(member, `to=${to}&status=sent`)).data.length !== 1)
      await new Promise((done) => setTimeout(done, 20));
    expect(await asStaff(member, { method: 'POST', path })).toMatchObject({
      status: 409,
      error: { code: 'MESSAGE_NOT_RETRYABLE' },
    });
    const entry = await strapi.db
      .connection('audit_log')
      .where({ action: 'notifications.message.retried', subject_id: failed.id })
      .first();
    expect(entry.actor_id).toBe(member.staffId);
    quiet.mockRestore();
  });

  it('refuses filters it does not know, and unknown messages', async () => {
    const member = await manager();
    expect(await list(member, 'colour=red')).toMatchObject({ status: 400 });
    expect(await list(member, 'status=lost')).toMatchObject({ status: 400 });
    expect(
      (await asStaff(member, { method: 'POST', path: `/api/admin/messages/${newId()}/retry` })).status,
    ).toBe(404);
    expect((await list(member, `to=${encodeURIComponent("' or 1=1 --")}`)).data).toEqual([]);
  });
});
