import { money } from '@gangway/kit';
import type { Departure } from '../../catalog/domain/departure.ts';
import type { Order, OrderLine } from './order.ts';
import { feesOf, orderView, promotionView, stateAt } from './order-view.ts';

const now = new Date('2026-06-01T12:00:00Z');
const expiresAt = new Date('2026-06-01T12:15:00Z');
const text = (word: string) => ({ ru: `${word}-ru`, en: `${word}-en`, zh: `${word}-zh` });
const rub = (amount: number) => money(amount, 'RUB');

const order: Order = {
  ...{ id: 'o', number: '123456789', state: 'LOCKED', language: 'zh', sellerId: 's', currency: 'RUB' },
  sellerFacts: { name: text('Seller'), country: 'RU', taxRegime: 'general', inn: null },
  ...{ total: 900, vatTotal: 150, discountTotal: 100, refundedTotal: 40, customerId: 'c', accountId: null },
  ...{ buyerName: 'Anna', buyerEmail: 'anna@example.com', buyerPhone: '+79210000000' },
  ...{ sessionHash: null, tokenVersion: 1, expiresAt, maxExpiresAt: expiresAt, otherSeats: true },
  ...{ promotionId: null, promotionCode: null, channel: 'web', attribution: null, consents: [] },
  ...{ placedAt: now, paidAt: null, closedAt: null, closeReason: null, needsReview: false, staffId: null },
};

const facts: OrderLine['facts'] = {
  ...{ activity: text('Cruise'), ticketType: text('Adult'), timezone: 'Europe/Moscow', occupiesPlace: true },
  ...{ startAt: '2026-06-10T18:00:00+03:00', endAt: '2026-06-10T19:00:00+03:00', refundPolicy: 'until24h' },
};

const ticket: OrderLine = {
  ...{ id: 'l1', orderId: 'o', position: 1, kind: 'admission', eventId: 'e', holdId: 'h', seatCode: '1A' },
  ...{ zone: 'bow', ticketTypeId: 't', productId: null, productKind: null, feeId: null, forLine: null },
  ...{ names: text('Ticket'), facts, quantity: 1, listAmount: 820, unitAmount: 1000, discountAmount: 100 },
  ...{ amount: 900, vatMode: 'excluded', vatRateBp: 2200, vatAmount: 150, passenger: null },
  ...{ rules: [{ rule: 'price' }], refundedAmount: 40, refundedAt: null },
};

const fee: OrderLine = {
  ...ticket,
  ...{ id: 'l2', position: 2, kind: 'fee', seatCode: null, feeId: 'f', forLine: 'l1', names: text('Fee') },
  ...{ facts: null, amount: 50, refundedAmount: 0 },
};

type Change = { order?: Partial<Order>; lines?: OrderLine[]; departures?: Map<string, Departure>; at?: Date };

const seen = ({ order: changes, lines = [ticket], departures = new Map(), at = now }: Change = {}) =>
  orderView({ order: { ...order, ...changes }, lines, departures, locale: 'en', now: at });

describe('an order as its buyer sees it', () => {
  it('says what was bought, of whom, by whom and for how much', () => {
    expect(seen({ lines: [ticket, fee] })).toMatchObject({
      ...{ id: 'o', number: '123456789', status: 'LOCKED', locale: 'zh', sellerId: 's' },
      ...{ fees: rub(50), discount: rub(100), vat: rub(150), total: rub(900), refunded: rub(40) },
      ...{ promotion: null, seller: { id: 's', name: 'Seller-en' }, acceptOtherSeats: true },
      buyer: { fullName: 'Anna', email: 'anna@example.com', phone: '+79210000000' },
      ...{ placedAt: now.toISOString(), paidAt: null, expiresAt: expiresAt.toISOString(), payment: null },
    });
    expect(seen({ order: { promotionCode: 'AUTUMN', paidAt: now } })).toMatchObject({
      ...{ promotion: { code: 'AUTUMN' }, paidAt: now.toISOString() },
    });
    expect(promotionView(null)).toBeNull();
  });

  it('shows each line with its prices, its VAT and what came back of it', () => {
    expect(seen({ lines: [ticket] }).lines).toEqual([
      {
        ...{ id: 'l1', position: 1, kind: 'admission', name: 'Ticket-en', eventId: 'e', holdId: 'h' },
        ...{
          seatCode: '1A',
          zone: 'bow',
          ticketTypeId: 't',
          productId: null,
          feeId: null,
          forPosition: null,
        },
        ...{ quantity: 1, listPrice: rub(820), unitPrice: rub(1000), discount: rub(100), amount: rub(900) },
        vat: { mode: 'excluded', rateBp: 2200, amount: rub(150) },
        ...{ passenger: null, rules: [{ rule: 'price' }], refunded: rub(40) },
      },
    ]);
  });

  it('says which line a fee is on', () => {
    const { lines } = seen({ lines: [{ ...ticket, position: 7 }, fee] });
    expect(lines.map(({ forPosition }) => forPosition)).toEqual([null, 7]);
  });

  it('names who travels, as far as they were asked', () => {
    const of = (passenger: OrderLine['passenger']) =>
      seen({ lines: [{ ...ticket, passenger }] }).lines[0]?.passenger;
    expect(of({ fullName: 'Anna' })).toEqual({ fullName: 'Anna', birthDate: null, document: null });
    const whole = { fullName: 'Anna', birthDate: '1990-01-01', document: 'AB 1' };
    expect(of(whole)).toEqual(whole);
  });
});

describe('the departures of an order', () => {
  const refund = { kind: 'until24h', until: '2026-06-09T18:00:00+03:00' };

  it('are shown as they were bought, each once, with the last moment to give them back', () => {
    const { events } = seen({ lines: [ticket, { ...ticket, id: 'l3', seatCode: '1B' }, fee] });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      ...{ id: 'e', title: 'Cruise-en', startAt: facts?.startAt, endAt: facts?.endAt },
      ...{ timezone: 'Europe/Moscow', refund },
    });
    expect(events[0]?.refund.sentence).toMatch(/24 hours/);
  });

  it('are shown as they leave now where the shop still knows them', () => {
    const moved = { startAt: '2026-06-11T18:00:00+03:00', endAt: '2026-06-11T19:00:00+03:00' } as Departure;
    expect(seen({ departures: new Map([['e', moved]]) }).events[0]).toMatchObject({
      ...moved,
      refund: { until: '2026-06-10T18:00:00+03:00' },
    });
  });

  it('that cannot be given back have no such moment', () => {
    const lines = [{ ...ticket, facts: { ...facts, refundPolicy: 'nonRefundable' } as OrderLine['facts'] }];
    expect(seen({ lines }).events[0]?.refund).toMatchObject({ kind: 'nonRefundable', until: null });
  });

  it('are none of an order without tickets', () => {
    for (const lines of [[fee], [{ ...ticket, kind: 'product' as const }], []])
      expect(seen({ lines }).events).toEqual([]);
  });

  it('are those of its tickets, whatever stands before them', () => {
    expect(seen({ lines: [fee, ticket] }).events).toMatchObject([{ id: 'e', title: 'Cruise-en' }]);
  });
});

describe('the state of an order', () => {
  it.each(['LOCKED', 'PENDING'] as const)('%s is over when its time is, to the millisecond', (state) => {
    expect(stateAt({ state, expiresAt }, new Date(expiresAt.getTime() - 1))).toBe(state);
    expect(stateAt({ state, expiresAt }, expiresAt)).toBe('EXPIRED');
    expect(stateAt({ state, expiresAt: null }, expiresAt)).toBe(state);
  });

  it('that was paid does not end with its time', () => {
    expect(stateAt({ state: 'PAID', expiresAt }, expiresAt)).toBe('PAID');
  });

  it.each([
    ['LOCKED', now, { step: 'pay', until: expiresAt.toISOString() }],
    ['LOCKED', expiresAt, { step: 'choose_again', until: null }],
    ['EXPIRED', now, { step: 'choose_again', until: null }],
    ['PENDING', now, { step: 'none', until: null }],
    ['PAID', now, { step: 'travel', until: null }],
    ['PARTIALLY_REFUNDED', now, { step: 'travel', until: null }],
    ['REFUNDED', now, { step: 'none', until: null }],
    ['CANCELLED', now, { step: 'none', until: null }],
  ] as const)('%s tells what to do next', (state, at, next) => {
    expect(seen({ order: { state }, at }).next).toEqual(next);
  });

  it('without an end says none', () => {
    expect(seen({ order: { expiresAt: null } })).toMatchObject({ expiresAt: null, next: { until: null } });
    expect(seen({ order: { state: 'PENDING' } }).expiresAt).toBe(expiresAt.toISOString());
    expect(seen({ order: { state: 'PAID' } }).expiresAt).toBeNull();
  });
});

describe('the fees of an order', () => {
  it('are what its fee lines come to, in the currency of the order', () => {
    expect(feesOf([ticket, fee, { kind: 'fee', amount: 7 }], 'EUR')).toEqual(money(57, 'EUR'));
    expect(feesOf([ticket], 'RUB')).toEqual(rub(0));
  });
});
