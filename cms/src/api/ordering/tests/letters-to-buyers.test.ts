import { formatMoney, locales, newId } from '@gangway/kit';
import type { Locale, Transaction } from '@gangway/kit';
import { notificationsOf } from '@gangway/notifications/contract';
import { openMailbox } from '../../../../../plugins/notifications/sandbox/index.ts';
import type { Letter, Mailbox } from '../../../../../plugins/notifications/sandbox/index.ts';
import { reached } from '../../../../../plugins/notifications/tests/stage.ts';
import { holderName, sell } from '../../tickets/tests/sold-order.ts';
import type { Sold } from '../../tickets/tests/sold-order.ts';
import type { Order } from '../domain/order.ts';
import { orderAccess } from '../order-access.ts';
import { writeHistory } from '../store/history.ts';
import { readLines } from '../store/orders.ts';
import { insertRefundRequest } from '../store/refund-requests.ts';

const now = new Date('2026-06-01T09:00:00Z');
const box: { mailbox?: Mailbox } = {};
beforeAll(async () => void (box.mailbox = await openMailbox({ port: smtpPort })));
afterAll(() => box.mailbox?.close());

const within = <Result>(work: (trx: Transaction) => Promise<Result>) =>
  strapi.db.transaction(({ trx }) => work(trx as unknown as Transaction)) as Promise<Result>;

type Telling = { message: string; about?: string; locale?: Locale };

async function tell({ order }: Pick<Sold, 'order'>, { message, about, locale = 'ru' }: Telling) {
  const to = `${newId()}@example.org`;
  const subject = { kind: 'order', id: order.id };
  const key = [message, order.id, about ?? newId()].join(':');
  const telling = { message, subject, locale, channel: 'email' as const, to, key, now };
  await within((trx) => notificationsOf(strapi).notify(trx, telling));
  return telling;
}

async function letter(sold: Pick<Sold, 'order'>, telling: Telling): Promise<Letter> {
  const told = await tell(sold, telling);
  for (;;) {
    const [found] = box.mailbox?.letters.to(told.to) ?? [];
    if (found) return found;
    await reachedAnything(told);
  }
}

async function reachedAnything({ subject, to }: Awaited<ReturnType<typeof tell>>) {
  const views = await within((trx) => notificationsOf(strapi).list(trx, subject));
  const view = views.find((one) => one.to === to);
  if (
    view &&
    view.state !== 'sending' &&
    (view.state !== 'queued' || view.attempts > 0) &&
    view.state !== 'sent'
  )
    throw new Error(`It ended as ${view.state}: ${view.problem}`);
  await new Promise((done) => setTimeout(done, 20));
}

const change = (id: string, changes: Partial<Record<string, unknown>>) =>
  strapi.db.connection('orders').where({ document_id: id }).update(changes);

async function inState(state: Order['state'], changes: Record<string, unknown> = {}): Promise<Sold> {
  const sold = await sell({ count: 2 });
  await change(sold.order.id, { state, ...changes });
  return sold;
}

async function refundedInPart(): Promise<Sold & { about: string }> {
  const sold = await inState('PARTIALLY_REFUNDED', { refunded_total: 149_000 });
  const about = newId();
  await within(async (trx) => {
    const [line] = await readLines(trx, sold.order.id);
    const request = {
      ...{
        id: about,
        orderId: sold.order.id,
        state: 'succeeded' as const,
        amount: 149_000,
        currency: 'RUB' as const,
      },
      ...{ reasonCode: 'WITHIN_POLICY', policyVersion: 'test', requestedByKind: 'customer' as const },
      lines: [{ lineId: line?.id ?? '', quantity: 1, amount: 149_000, vatAmount: 0, admissionIds: [] }],
      ...{
        requestedById: null,
        reason: null,
        paymentRefundIds: [],
        cancelsOrder: false,
        requestedAt: now,
        decidedAt: now,
      },
    };
    await insertRefundRequest(trx, { request, now });
  });
  return { ...sold, about };
}

async function paidTooLate(): Promise<Sold & { about: string }> {
  const sold = await inState('EXPIRED', { paid_at: null });
  const about = newId();
  const details = { paymentId: about, reason: 'PLACES_LOST', amount: 298_000 };
  const entry = {
    orderId: sold.order.id,
    at: now,
    actor: { kind: 'system' as const },
    what: 'payment.returned',
    details,
  };
  await within((trx) => writeHistory(trx, entry));
  return { ...sold, about };
}

const foreign: Record<Locale, RegExp> = {
  ru: /\p{Script=Han}/u,
  en: /[\p{Script=Han}\p{Script=Cyrillic}]/u,
  zh: /\p{Script=Cyrillic}/u,
};
const words = (html: string) => html.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]+>/g, ' ');

/** What every letter has, in HTML and in plain text, whatever it is about. */
function expectWhole(
  { order, departure: { seller } }: Sold,
  locale: Locale,
  { html = '', text, subject, from, replyTo }: Letter,
) {
  const token = orderAccess(strapi).tokenOf(order);
  expect(html).toContain(`<html lang="${locale === 'zh' ? 'zh-Hans' : locale}">`);
  for (const said of [words(html), text]) {
    expect(said).toContain(seller.inn as string);
    expect(said).toContain(seller.phone);
    const own = said.replaceAll(holderName, '').replace(/https?:\/\/\S+/g, '');
    expect(own).not.toMatch(foreign[locale]);
    expect(own).not.toMatch(/\{\{|undefined|\bnull\b|\[object|NaN/);
  }
  expect(subject).toContain(order.number);
  expect(subject).not.toMatch(foreign[locale]);
  expect([from.name, replyTo]).toEqual([seller.name[locale], seller.email]);
  return { link: `http://localhost:4321/${locale}/orders/${order.id}?accessToken=${token}` };
}

describe('the confirmation of an order', () => {
  it.each(locales)('in %s has tickets, the link, when and where, and the seller', async (locale) => {
    const sold = await sell({ count: 2 });
    const got = await letter(sold, { message: 'order.confirmed', locale });
    const { link } = expectWhole(sold, locale, got);
    expect(got.html).toContain(`href="${link.replace('&', '&amp;')}"`);
    expect(got.text).toContain(link);
    const { berth, vessel } = sold.departure;
    for (const fact of [berth?.name[locale], vessel?.name[locale], holderName])
      expect(got.text).toContain(fact);
    expect(got.text).toContain(formatMoney({ amount: sold.order.total, currency: 'RUB' }, locale));
    const [pdf] = got.attachments;
    expect(pdf).toMatchObject({ type: 'application/pdf', name: `tickets-${sold.order.number}.pdf` });
    expect(
      Buffer.from(pdf?.bytes ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('names the seats that a late payment got instead', async () => {
    const sold = await sell();
    const seat = sold.admissions[0]?.seatCode ?? '';
    const moved = [
      { eventId: sold.departure.id, from: 'gone-seat', to: seat, zone: sold.admissions[0]?.zone },
    ];
    const entry = {
      orderId: sold.order.id,
      at: now,
      actor: { kind: 'system' as const },
      what: 'order.paid',
      details: { moved },
    };
    await within((trx) => writeHistory(trx, entry));
    const { text } = await letter(sold, { message: 'order.confirmed' });
    expect(text).toContain('Места изменились.');
    expect(text).toContain('gone-seat →');
    expect((await letter(await sell(), { message: 'order.confirmed' })).text).not.toContain(
      'Места изменились',
    );
  });

  it.each(locales)('in %s, sent again, is about the tickets that are left', async (locale) => {
    const sold = await refundedInPart();
    const got = await letter(sold, { message: 'order.confirmed', locale });
    expectWhole(sold, locale, got);
    const [total, each] = [sold.order.total, 149_000].map((amount) =>
      formatMoney({ amount, currency: 'RUB' }, locale),
    );
    expect(got.text).not.toContain(holderName);
    const [place = '', back = '', ...more] = got.text.split('\n').filter((row) => row.includes(each ?? ''));
    expect(more).toEqual([]);
    expect(place).toContain(' · ');
    expect(back).toMatch(/возвращается|on its way back|正在退款/);
    expect(got.text).toContain(total);
  });

  it('is not sent when the order is no longer paid', async () => {
    const sold = await inState('REFUNDED');
    const told = await tell(sold, { message: 'order.confirmed' });
    await reached(told, 'dropped');
  });

  it('shows what people typed as text', async () => {
    const sold = await sell();
    const passenger = JSON.stringify({ fullName: `<b>O'Neil</b> {{order.url}}\r\nBcc: eve@example.org` });
    await strapi.db.connection('order_lines').where({ order_id: sold.order.id }).update({ passenger });
    const { html, text, headers } = await letter(sold, { message: 'order.confirmed' });
    expect(html).toContain('&lt;b&gt;O&#39;Neil&lt;/b&gt; {{order.url}} Bcc: eve@example.org');
    expect(text).toContain(`<b>O'Neil</b> {{order.url}} Bcc`);
    expect(headers.map(({ name }) => name.toLowerCase())).not.toContain('bcc');
  });
});

describe('the other letters', () => {
  it.each(locales)(
    'about a refund in %s name the amount, what was given back and what is left',
    async (locale) => {
      const sold = await refundedInPart();
      const got = await letter(sold, { message: 'order.refunded', about: sold.about, locale });
      expectWhole(sold, locale, got);
      const amount = formatMoney({ amount: 149_000, currency: 'RUB' }, locale);
      expect(got.subject).toContain(amount);
      expect(got.text.split(amount).length).toBeGreaterThan(3);
    },
  );

  it.each(locales)('about a payment that goes back in %s say why and how much', async (locale) => {
    const sold = await paidTooLate();
    const got = await letter(sold, { message: 'order.payment-returned', about: sold.about, locale });
    expectWhole(sold, locale, got);
    expect(got.subject).toContain(formatMoney({ amount: 298_000, currency: 'RUB' }, locale));
    expect(got.text).toMatch(/места уже заняты|the places are taken|座位已被占用/);
  });

  it.each(locales)('about an order that ran out in %s lead back to the departure', async (locale) => {
    const sold = await inState('EXPIRED', { paid_at: null, expires_at: '2026-06-01 09:15:00' });
    const got = await letter(sold, { message: 'order.expired', locale });
    expectWhole(sold, locale, got);
    expect(got.text).toContain(`http://localhost:4321/${locale}/events/${sold.departure.id}`);
    expect(got.text).toContain('12:15');
  });

  it.each(locales)('about a cancelled order in %s lead back to the departure', async (locale) => {
    const sold = await inState('CANCELLED', { paid_at: null });
    const got = await letter(sold, { message: 'order.cancelled', locale });
    expectWhole(sold, locale, got);
    expect(got.text).toContain(`/events/${sold.departure.id}`);
  });

  it('about a cancelled order are sent though it was paid, when it cost nothing', async () => {
    const free = await inState('CANCELLED');
    await within(async (trx) => {
      await trx.raw(
        'update order_lines set discount_amount = amount, amount = 0, vat_amount = 0 where order_id = ?',
        [free.order.id],
      );
      await trx.raw(
        'update orders set discount_total = total, total = 0, vat_total = 0 where document_id = ?',
        [free.order.id],
      );
    });
    const { text } = await letter(free, { message: 'order.cancelled', locale: 'en' });
    expect(text).toContain('You have not been charged');
    await reached(await tell(await inState('CANCELLED'), { message: 'order.cancelled' }), 'dropped');
  });

  it.each(locales)('with the link to an order in %s carry it', async (locale) => {
    const sold = await sell();
    const got = await letter(sold, { message: 'order.link', locale });
    expect(got.text).toContain(expectWhole(sold, locale, got).link);
  });

  it('are not sent about an end that did not come, or of which the buyer heard otherwise', async () => {
    for (const [state, message] of [
      ['PAID', 'order.expired'],
      ['PAID', 'order.cancelled'],
    ] as const)
      await reached(await tell(await inState(state), { message }), 'dropped');
    const late = await paidTooLate();
    await reached(await tell(late, { message: 'order.expired' }), 'dropped');
  });
});
