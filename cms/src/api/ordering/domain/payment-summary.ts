import { money, type Money, type PaymentState } from '@gangway/kit';
import type { OrderState } from './moves.ts';

/** An attempt to pay, as far as its buyer is told of it. */
export type PaymentAttempt = {
  method: string;
  state: string;
  needsReview: boolean;
  amount: Money;
  refunded: Money;
  settledAt: Date | null;
};

export type PaymentSummary = {
  status: PaymentState;
  method: string;
  paidAt: string | null;
  refunded: Money;
  canRetry: boolean;
};

/** What the buyer is told of the money: the attempt that paid, else the one on its way, else the latest. */
export function paymentSummary(
  attempts: readonly PaymentAttempt[],
  status: OrderState,
): PaymentSummary | null {
  const told = attempts.findLast(isPaid) ?? attempts.findLast(isChecked) ?? attempts.at(-1);
  if (!told) return null;
  return {
    ...{ status: told.state as PaymentState, method: told.method },
    paidAt: told.settledAt?.toISOString() ?? null,
    refunded: money(told.refunded.amount, told.refunded.currency),
    canRetry: status === 'LOCKED' && !attempts.some((attempt) => isPaid(attempt) || isChecked(attempt)),
  };
}

const isPaid = ({ state }: PaymentAttempt): boolean => state === 'succeeded';

/** The buyer has done their part, or nobody knows: a second attempt could take the money twice. */
const isChecked = ({ state, needsReview }: PaymentAttempt): boolean => state === 'authorized' || needsReview;
