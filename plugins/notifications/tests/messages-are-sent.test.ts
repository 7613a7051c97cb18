import { clock, newId } from '@gangway/kit';
import { jobsOf } from '@gangway/jobs/contract';
import { notificationsOf } from '@gangway/notifications/contract';
import { openMailbox } from '../sandbox/index.ts';
import type { Mailbox } from '../sandbox/index.ts';
import { defineMessage, inTransaction, notify, orderOf, reached, sample, viewOf } from './stage.ts';

let mailbox: Mailbox;
beforeAll(async () => void (mailbox = await openMailbox({ port: smtpPort })));
afterAll(() => mailbox.close());
afterEach(() => {
  mailbox.turn({ refuse: [], busy: false, slowMs: 0 });
  clock.reset();
});

const letterTo = (to: string) => mailbox.letters.to(to)[0];
const logged = () => jest.spyOn(strapi.log, 'warn').mockImplementation(() => strapi.log);
afterEach(() => jest.restoreAllMocks());

describe('a message', () => {
  it('goes out after the commit, in its language, as HTML and plain text', async () => {
    const order = await notify(orderOf(defineMessage().name, { locale: 'zh' }));
    const view = await reached(order, 'sent');
    expect(view).toMatchObject({ attempts: 1, problem: null, to: order.to, sentAt: expect.any(Date) });
    const letter = letterTo(order.to);
    expect(letter).toMatchObject({
      subject: '您好，Анна',
      messageId: `<${view.id}@gangway.example>`,
      deliveries: 1,
    });
    expect(letter?.html).toContain('<html lang="zh-Hans">');
    expect(letter?.text).toContain('码头见。');
  });

  it('is about as long on its way as what it says, also half in Cyrillic', async () => {
    const load = async () => ({ ...sample(), data: { guest: 'Ъ'.repeat(60).concat(' ').repeat(20) } });
    const order = await notify(orderOf(defineMessage({ load }).name));
    await reached(order, 'sent');
    const { html = '', text = '', size = Infinity } = letterTo(order.to) ?? {};
    expect(text.length).toBeGreaterThan(1_200);
    expect(size).toBeLessThan(1.5 * Buffer.byteLength(html + text) + 2_000);
  });

  it('says what its text says now, though letters with the last one went out', async () => {
    const { name } = defineMessage();
    const [last, next] = [orderOf(name), orderOf(name)];
    await reached(await notify(last), 'sent');
    const [subject, body] = [{ ru: 'Снова {{guest}}' }, { ru: 'На причале.' }].map((one) =>
      JSON.stringify(one),
    );
    const row = { document_id: newId(), message: name, label: name, subject, body };
    await strapi.db.connection('message_texts').insert(row);
    await reached(await notify(next), 'sent');
    expect([last, next].map(({ to }) => letterTo(to)?.subject)).toEqual(['Привет, Анна', 'Снова Анна']);
  });

  it('does not exist when the transaction was rolled back', async () => {
    const order = orderOf(defineMessage().name);
    const undone = inTransaction(async (trx) => {
      await notificationsOf(strapi).notify(trx, order);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await expect(viewOf(order)).rejects.toThrow('no such message');
  });

  it('is sent once for its key, however often and from wherever it is asked for', async () => {
    const order = orderOf(defineMessage().name);
    await Promise.all(Array.from({ length: 20 }, () => notify(order)));
    await reached(order, 'sent');
    expect(await inTransaction((trx) => notificationsOf(strapi).list(trx, order.subject))).toHaveLength(1);
    expect(mailbox.letters.to(order.to)).toHaveLength(1);
    expect(letterTo(order.to)?.deliveries).toBe(1);
  });

  it('that nobody defined is refused, and one outside a transaction too', async () => {
    await expect(notify(orderOf('test.nobody'))).rejects.toThrow(
      'No room has defined the message "test.nobody"',
    );
    const { name } = defineMessage();
    const loose = notificationsOf(strapi).notify(strapi.db.connection as never, orderOf(name));
    await expect(loose).rejects.toThrow('open transaction');
  });

  it('that is no longer due is dropped and nothing leaves', async () => {
    const order = await notify(orderOf(defineMessage({ load: async () => undefined }).name));
    expect(await reached(order, 'dropped')).toMatchObject({ attempts: 1, sentAt: null });
    expect(letterTo(order.to)).toBeUndefined();
  });

  it('reads its data when it is sent, outside any transaction', async () => {
    const seen = jest.fn();
    const { name } = defineMessage({
      load: async ({ subjectId, locale }) => {
        seen(subjectId, locale, strapi.db.inTransaction());
        return sample();
      },
    });
    const order = await notify(orderOf(name, { locale: 'en' }));
    await reached(order, 'sent');
    expect(seen.mock.calls).toEqual([[order.subject.id, 'en', false]]);
  });
});

describe('an attempt that fails', () => {
  it('is made again on business time after a temporary refusal, and the mail arrives once', async () => {
    logged();
    mailbox.turn({ busy: true });
    const order = await notify(orderOf(defineMessage().name));
    expect((await reached(order, 'queued', 1)).problem).toContain('busy');
    clock.shiftBy(31_000);
    await jobsOf(strapi).sweepNow();
    await reached(order, 'queued', 2);
    mailbox.turn({ busy: false });
    clock.shiftBy(91_000);
    await jobsOf(strapi).sweepNow();
    expect(await reached(order, 'sent')).toMatchObject({ attempts: 3, problem: null });
    expect(letterTo(order.to)?.deliveries).toBe(1);
  });

  it('is not made again before it is due', async () => {
    logged();
    mailbox.turn({ busy: true });
    const order = await notify(orderOf(defineMessage().name));
    await reached(order, 'queued', 1);
    mailbox.turn({ busy: false });
    clock.shiftBy(5_000);
    await jobsOf(strapi).sweepNow();
    expect(await viewOf(order)).toMatchObject({ state: 'queued', attempts: 1 });
  });

  it('is the last one when the server refuses the recipient, and no log names them', async () => {
    const warn = logged();
    mailbox.turn({ refuse: ['unwanted-'] });
    const order = await notify(orderOf(defineMessage().name, { to: `unwanted-${newId()}@example.org` }));
    const view = await reached(order, 'failed');
    expect(view).toMatchObject({ attempts: 1, problem: expect.stringMatching(/^550: .*does not exist/) });
    expect(JSON.stringify([warn.mock.calls, view.problem])).not.toContain(order.to);
    expect(warn).toHaveBeenCalled();
  });

  it('ends after the eighth, and whoever asks for a retry gets as many again', async () => {
    logged();
    mailbox.turn({ busy: true });
    const order = await notify(orderOf(defineMessage().name));
    await reached(order, 'queued', 1);
    await strapi.db.connection.raw('update messages set attempts = 7 where subject_id = ?', [
      order.subject.id,
    ]);
    clock.shiftBy(31_000);
    await jobsOf(strapi).sweepNow();
    expect(await reached(order, 'failed')).toMatchObject({ attempts: 8 });
  });

  it('whose data cannot be read is tried again and does not stop others', async () => {
    logged();
    const broken = defineMessage({ load: () => Promise.reject(new Error('the store is away')) });
    const [order, other] = [orderOf(broken.name), orderOf(defineMessage().name)];
    await notify(order);
    await notify(other);
    expect((await reached(order, 'queued', 1)).problem).toBe('It could not be prepared: the store is away');
    await reached(other, 'sent');
  });
});

describe('an attempt that was cut off after the server had taken the mail', () => {
  it('is made again as the same mail, which the mailbox recognises', async () => {
    const order = await notify(orderOf(defineMessage().name));
    const { id } = await reached(order, 'sent');
    await strapi.db.connection.raw(
      `update messages set state = 'sending', sent_at = null where document_id = ?`,
      [id],
    );
    await inTransaction((trx) => jobsOf(strapi).enqueue(trx, 'notifications.attempt', { id, attempt: 1 }));
    await reached(order, 'sent', 1);
    expect(mailbox.letters.to(order.to)).toEqual([
      expect.objectContaining({ messageId: `<${id}@gangway.example>`, deliveries: 2 }),
    ]);
  });

  it('is not made again when it was finished', async () => {
    const order = await notify(orderOf(defineMessage().name));
    const { id } = await reached(order, 'sent');
    const job = { id, attempt: 1 };
    await inTransaction((trx) => jobsOf(strapi).enqueue(trx, 'notifications.attempt', job));
    const later = await notify(orderOf(defineMessage().name));
    await reached(later, 'sent');
    expect(letterTo(order.to)?.deliveries).toBe(1);
  });
});

describe('a recipient', () => {
  it.each([
    ['email', 'nobody'],
    ['email', 'anna@example.org\r\nBcc: eve.listens@example.org'],
    ['email', 'anna@example.org, eve.listens@example.org'],
    ['email', 'Anna <anna@example.org>'],
    ['sms', '89215550000'],
    ['telegram', 'anna'],
  ] as const)(
    'of %s that is none (%j) fails without undoing what the message belongs to',
    async (channel, to) => {
      const order = await notify(orderOf(defineMessage().name, { channel, to }));
      expect(await viewOf(order)).toMatchObject({
        state: 'failed',
        attempts: 0,
        problem: `This is no address for ${channel}.`,
      });
      // Other letters go to addresses made of letters and digits alone.
      expect(mailbox.letters.to('eve.listens@')).toEqual([]);
    },
  );

  it('on a channel that nobody listed fails with a sentence', async () => {
    logged();
    const order = await notify(orderOf(defineMessage().name, { channel: 'sms', to: '+79215550000' }));
    expect((await reached(order, 'failed')).problem).toBe('No channel for sms is listed.');
  });
});

describe('what people typed', () => {
  const evil = `<img src=x onerror=alert(1)>\r\nBcc: eve.listens@example.org\r\n\r\n'; drop table messages; -- {{guest}} **b**`;

  it('stays text: no HTML, no header, no template and no line of its own', async () => {
    const { name } = defineMessage({
      load: async () => ({
        data: { guest: evil },
        sender: { name: evil, lines: [evil], replyTo: 'shop@example.org' },
      }),
    });
    const order = await notify(orderOf(name));
    await reached(order, 'sent');
    const letter = letterTo(order.to);
    expect(letter?.html).not.toContain('<img');
    expect(letter?.html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(letter?.html).toContain('{{guest}} **b**');
    expect(letter?.subject).toContain('drop table messages');
    expect(letter?.headers.map((header) => header.name.toLowerCase())).not.toContain('bcc');
    expect(letter?.text.split('\n').some((line) => line.startsWith('Bcc'))).toBe(false);
    expect(letter).toMatchObject({
      to: [order.to],
      replyTo: 'shop@example.org',
      from: { address: 'tickets@gangway.example' },
    });
  });
});
