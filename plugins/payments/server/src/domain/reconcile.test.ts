import { paymentStates } from '@gangway/kit';
import type { PaymentReport, PaymentState } from '@gangway/kit';
import { isFinal, reconcile } from './reconcile.ts';
import type { KnownPayment } from './reconcile.ts';

const amount = { amount: 150_000, currency: 'RUB' } as const;
const known = (state: PaymentState, changes: Partial<KnownPayment> = {}): KnownPayment => ({
  state,
  amount,
  externalId: 'x',
  ...changes,
});
const report = (state: PaymentState, changes: Partial<PaymentReport> = {}): PaymentReport => ({
  externalId: 'x',
  state,
  amount,
  test: false,
  ...changes,
});

/** Rows: what we know. Columns, in the order of `paymentStates`: what they say. */
const table: Record<PaymentState, string> = {
  pending: 'same authorized succeeded canceled expired failed',
  authorized: 'same same succeeded canceled expired failed',
  succeeded: 'same same same TAKEN_BACK TAKEN_BACK TAKEN_BACK',
  canceled: 'same same succeeded same same same',
  expired: 'same same succeeded same same same',
  failed: 'same same succeeded same same same',
};

const told = (state: PaymentState, their: PaymentState) => {
  const verdict = reconcile(known(state), report(their));
  return verdict.kind === 'moved' ? verdict.to : verdict.kind === 'review' ? verdict.why : 'same';
};

describe('the states of a payment', () => {
  it.each(Object.entries(table) as [PaymentState, string][])('from %s only rise', (state, expected) => {
    expect(paymentStates.map((their) => told(state, their)).join(' ')).toBe(expected);
  });

  it('are final when nobody has to ask any more', () => {
    expect(paymentStates.filter(isFinal)).toEqual(['succeeded', 'canceled', 'expired', 'failed']);
  });
});

describe('a report that does not fit', () => {
  it.each<[string, Partial<PaymentReport>]>([
    ['OTHER_AMOUNT', { amount: { amount: 149_999, currency: 'RUB' } }],
    ['OTHER_AMOUNT', { amount: { amount: 150_001, currency: 'RUB' } }],
    ['OTHER_CURRENCY', { amount: { amount: 150_000, currency: 'USD' } }],
    ['OTHER_PAYMENT', { externalId: 'y' }],
  ])('moves nothing: %s', (why, changes) => {
    for (const state of paymentStates)
      expect(reconcile(known('pending'), report(state, changes))).toEqual({ kind: 'review', why });
  });

  it('is not one that tells the id for the first time', () => {
    expect(reconcile(known('pending', { externalId: null }), report('succeeded'))).toEqual({
      kind: 'moved',
      to: 'succeeded',
    });
  });
});
