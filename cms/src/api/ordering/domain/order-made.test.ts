import { linesOf, orderMade, type OrderParts, requireConsents, termOf } from './order-made.ts';
import type { PricedLine } from './priced-line.ts';

const minute = 60_000;
const now = new Date('2026-06-01T12:00:00Z');
const after = (minutes: number) => new Date(now.getTime() + minutes * minute);

const line = (position: number, forPosition: number | null = null) =>
  ({ position, forPosition, activityId: 'cruise', amount: 100 * position }) as PricedLine;

const parts = {
  ...{ number: '123456789', customerId: 'c', accountId: undefined, sessionHash: 'hash', language: 'zh' },
  priced: {
    ...{ sellerId: 's', currency: 'RUB', total: 300, vatTotal: 50, discountTotal: 10 },
    lines: [line(1), line(2, 1)],
  },
  seller: { name: { ru: 'С', en: 'S', zh: 'S' }, country: 'RU', taxRegime: 'general', inn: null },
  promotion: undefined,
  buyer: { fullName: 'Anna', email: 'anna@example.com', phone: '+79210000000' },
  attribution: { channel: 'bot', referrer: 'https://example.com' },
  consents: [{ code: 'offer', version: '1', at: now.toISOString() }],
  ...{ otherSeats: true, holds: [], departures: [], now },
} as unknown as OrderParts;

describe('a new order', () => {
  it('is written as it was priced, for who buys, and waits for its money', () => {
    const { order } = orderMade(parts);
    expect(order).toEqual({
      ...{ id: order.id, number: '123456789', state: 'LOCKED', language: 'zh', sellerId: 's' },
      ...{ sellerFacts: parts.seller, currency: 'RUB', total: 300, vatTotal: 50, discountTotal: 10 },
      ...{ refundedTotal: 0, customerId: 'c', accountId: null, buyerName: 'Anna' },
      ...{ buyerEmail: 'anna@example.com', buyerPhone: '+79210000000', sessionHash: 'hash', tokenVersion: 1 },
      ...{ expiresAt: after(15), maxExpiresAt: after(75), otherSeats: true },
      ...{ promotionId: null, promotionCode: null, channel: 'bot' },
      ...{ attribution: { referrer: 'https://example.com' }, consents: parts.consents, placedAt: now },
      ...{ paidAt: null, closedAt: null, closeReason: null, needsReview: false, staffId: null },
    });
    expect(orderMade(parts).order.id).not.toBe(order.id);
  });

  it('keeps the account and the promotion where there are any', () => {
    const promotion = { id: 'p', code: 'AUTUMN' } as OrderParts['promotion'];
    expect(orderMade({ ...parts, accountId: 'a', promotion }).order).toMatchObject({
      ...{ accountId: 'a', promotionId: 'p', promotionCode: 'AUTUMN' },
    });
  });

  it('has lines of its own, and a fee knows the line it is on', () => {
    const { order, lines } = orderMade(parts);
    const [ticket, fee] = lines;
    expect(lines.map(({ orderId }) => orderId)).toEqual([order.id, order.id]);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(2);
    expect([ticket?.forLine, fee?.forLine]).toEqual([null, ticket?.id]);
    expect(ticket).toEqual({
      ...{ id: ticket?.id, orderId: order.id, position: 1, amount: 100, forLine: null },
      ...{ refundedAmount: 0, refundedAt: null },
    });
    expect(linesOf('o', [])).toEqual([]);
  });
});

describe('the time of an order', () => {
  it('ends with the first of its holds', () => {
    const holds = [
      { expiresAt: after(10), maxExpiresAt: after(70) },
      { expiresAt: after(12), maxExpiresAt: after(60) },
    ];
    expect(termOf({ holds, departures: [], now })).toEqual({
      ...{ expiresAt: after(10), maxExpiresAt: after(60) },
    });
  });

  it('ends when the first of its departures leaves, and can be prolonged should that be put off', () => {
    const holds = [{ expiresAt: after(15), maxExpiresAt: after(75) }];
    const leaving = (...minutes: number[]) => minutes.map((at) => ({ leavesAt: after(at).getTime() }));
    expect(termOf({ holds, departures: leaving(90, 2), now })).toEqual({
      ...{ expiresAt: after(2), maxExpiresAt: after(75) },
    });
    expect(termOf({ holds, departures: leaving(90), now }).expiresAt).toEqual(after(15));
  });

  it('is that of a new hold where there are no places', () => {
    expect(termOf({ holds: [], departures: [], now })).toEqual({
      expiresAt: after(15),
      maxExpiresAt: after(75),
    });
  });
});

describe('consents', () => {
  const missing = (consents: string[]) =>
    expect.objectContaining({ code: 'CONSENT_REQUIRED', details: { consents } });

  it('to the offer and to personal data are asked of every order', () => {
    expect(() => requireConsents(['personal-data', 'offer'])).not.toThrow();
    expect(() => requireConsents([])).toThrow(missing(['offer', 'personal-data']));
    expect(() => requireConsents(['offer'])).toThrow(missing(['personal-data']));
    expect(() => requireConsents(['personal-data'])).toThrow(missing(['offer']));
  });
});
