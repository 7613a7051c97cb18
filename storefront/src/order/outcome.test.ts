import { moneyBackOf, outcomeOf, type Outcome } from './outcome.ts';

const cases: [order: string, payment: string | undefined, Outcome][] = [
  ['PAID', 'succeeded', 'paid'],
  ['PAID', undefined, 'paid'],
  ['PARTIALLY_REFUNDED', undefined, 'paid'],
  ['LOCKED', undefined, 'waiting'],
  ['LOCKED', 'pending', 'waiting'],
  ['LOCKED', 'succeeded', 'waiting'],
  ['LOCKED', 'canceled', 'declined'],
  ['LOCKED', 'failed', 'declined'],
  ['EXPIRED', 'pending', 'waiting'],
  ['EXPIRED', 'succeeded', 'returned'],
  ['EXPIRED', 'canceled', 'expired'],
  ['EXPIRED', undefined, 'expired'],
  ['CANCELLED', 'succeeded', 'returned'],
  ['CANCELLED', undefined, 'cancelled'],
];

describe('what came of paying', () => {
  it.each(cases)('an order that is %s, a payment that is %s: %s', (order, payment, outcome) => {
    const known = payment === undefined ? undefined : { status: payment as 'pending' };
    expect(outcomeOf({ order: { status: order as 'PAID' }, payment: known })).toBe(outcome);
  });
});

describe('money that came for an order which is over', () => {
  const rub = (amount: number) => ({ amount, currency: 'RUB' as const });
  const backOf = (status: string, payment: string | undefined, refunded = 0) =>
    moneyBackOf({
      ...{ status: status as 'PAID', total: rub(240_000) },
      payment: payment
        ? {
            ...{ status: payment as 'pending', method: 'yookassa', paidAt: null, canRetry: false },
            refunded: rub(refunded),
          }
        : null,
    });

  it.each(['CANCELLED', 'EXPIRED'])('%s is being returned, and then has been', (order) => {
    const amount = rub(240_000);
    expect(backOf(order, 'succeeded')).toEqual({ order, state: 'returning', amount });
    expect(backOf(order, 'succeeded', 240_000)).toEqual({ order, state: 'sent', amount });
  });

  it.each([
    ['CANCELLED', undefined],
    ['CANCELLED', 'canceled'],
    ['EXPIRED', 'pending'],
    ['PAID', 'succeeded'],
    ['REFUNDED', 'succeeded'],
  ])('is not spoken of when the order is %s and the payment %s', (order, payment) => {
    expect(backOf(order, payment)).toBeUndefined();
  });
});
