import type { RefundReport } from '@gangway/kit';
import { reconcileRefund } from './reconcile-refund.ts';
import type { KnownRefund, RefundState } from './reconcile-refund.ts';

const amount = { amount: 5_000, currency: 'RUB' } as const;
const known = (state: RefundState): KnownRefund => ({ state, amount, externalId: 'r' });
const report = (state: RefundReport['state'], changes: Partial<RefundReport> = {}): RefundReport => ({
  externalId: 'r',
  paymentId: 'x',
  state,
  amount,
  ...changes,
});

const told = (state: RefundState, their: RefundReport['state']) => {
  const verdict = reconcileRefund(known(state), report(their));
  return verdict.kind === 'moved' ? verdict.to : verdict.kind === 'review' ? verdict.why : 'same';
};

describe('the states of a refund', () => {
  it.each<[RefundState, string]>([
    ['requested', 'pending succeeded failed'],
    ['pending', 'same succeeded failed'],
    ['succeeded', 'same same TAKEN_BACK'],
    ['failed', 'same succeeded same'],
  ])('from %s only rise', (state, expected) => {
    const seen = (['pending', 'succeeded', 'failed'] as const).map((their) => told(state, their));
    expect(seen.join(' ')).toBe(expected);
  });

  it.each<[string, Partial<RefundReport>]>([
    ['OTHER_AMOUNT', { amount: { amount: 1, currency: 'RUB' } }],
    ['OTHER_CURRENCY', { amount: { amount: 5_000, currency: 'EUR' } }],
    ['OTHER_REFUND', { externalId: 'q' }],
  ])('do not move on a report that does not fit: %s', (why, changes) => {
    expect(reconcileRefund(known('pending'), report('succeeded', changes))).toEqual({ kind: 'review', why });
  });
});
