import fc from 'fast-check';
import { refundPlan } from './refund-plan.ts';

const at = (day: number) => new Date(Date.UTC(2026, 5, day));

describe('a refund over several payments', () => {
  const payments = [
    { id: 'early', left: 100, settledAt: at(1) },
    { id: 'late', left: 70, settledAt: at(2) },
  ];

  it.each([
    [70, [['late', 70]]],
    [50, [['late', 50]]],
    [
      120,
      [
        ['late', 70],
        ['early', 50],
      ],
    ],
  ])('of %d takes the latest first', (amount, expected) => {
    expect(refundPlan(payments, amount)?.map((part) => [part.paymentId, part.amount])).toEqual(expected);
  });

  it('of more than is left is none', () => {
    expect(refundPlan(payments, 171)).toBeUndefined();
    expect(refundPlan([], 1)).toBeUndefined();
  });

  it('never takes more from a payment than is left of it, and always the whole amount', () => {
    const payment = fc.record({
      id: fc.uuid(),
      left: fc.nat(1_000),
      settledAt: fc.date({ noInvalidDate: true }),
    });
    fc.assert(
      fc.property(
        fc.array(payment, { maxLength: 5 }),
        fc.integer({ min: 1, max: 3_000 }),
        (given, amount) => {
          const parts = refundPlan(given, amount);
          const left = given.reduce((sum, one) => sum + one.left, 0);
          if (!parts) return expect(left).toBeLessThan(amount);
          expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(amount);
          for (const part of parts)
            expect(part.amount).toBeLessThanOrEqual(given.find(({ id }) => id === part.paymentId)?.left ?? 0);
        },
      ),
    );
  });
});
