import fc from 'fast-check';
import { postingsOf } from './postings.ts';
import type { MoneyEvent } from './postings.ts';

const amount = { amount: 1_500, currency: 'RUB' } as const;
const keeper = 'yookassa';
const lines = (event: MoneyEvent) =>
  postingsOf(event).map(({ account, amount: posted }) => `${account} ${posted}`);

describe('the postings of', () => {
  it.each<[MoneyEvent, string[]]>([
    [{ kind: 'payment.succeeded', keeper, amount }, ['clearing:yookassa 1500', 'prepayment -1500']],
    [{ kind: 'payment.unmatched', keeper, amount }, ['clearing:yookassa 1500', 'suspense -1500']],
    [{ kind: 'refund.requested', amount }, ['prepayment 1500', 'refunds-payable -1500']],
    [{ kind: 'refund.succeeded', keeper, amount }, ['refunds-payable 1500', 'clearing:yookassa -1500']],
    [{ kind: 'refund.failed', amount }, ['refunds-payable 1500', 'prepayment -1500']],
  ])('%j', (event, expected) => {
    expect(lines(event)).toEqual(expected);
  });

  it('every event make nothing together', () => {
    const kinds = [
      'payment.succeeded',
      'payment.unmatched',
      'refund.requested',
      'refund.succeeded',
      'refund.failed',
    ] as const;
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.integer({ min: 1, max: 2_000_000_000 }), (kind, units) => {
        const posted = postingsOf({ kind, keeper, amount: { amount: units, currency: 'RUB' } });
        expect(posted.reduce((sum, posting) => sum + posting.amount, 0)).toBe(0);
      }),
    );
  });

  it('nothing are none', () => {
    expect(postingsOf({ kind: 'refund.requested', amount: { amount: 0, currency: 'RUB' } })).toEqual([]);
  });
});
