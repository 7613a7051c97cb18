import { outcomeOf, type Outcome } from './outcome.ts';

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
