import type { Money, PaymentReport, PaymentState } from '@gangway/kit';

/** What we know of a payment. */
export type KnownPayment = { state: PaymentState; amount: Money; externalId: string | null };

export type ReviewReason = 'OTHER_AMOUNT' | 'OTHER_CURRENCY' | 'OTHER_PAYMENT' | 'TAKEN_BACK';

export type Verdict =
  /** Nothing new. */
  | { kind: 'same' }
  | { kind: 'moved'; to: PaymentState }
  /** What they say does not fit ours: nothing moves until people have looked. */
  | { kind: 'review'; why: ReviewReason };

const rank: Record<PaymentState, number> = {
  pending: 0,
  authorized: 1,
  canceled: 2,
  expired: 2,
  failed: 2,
  succeeded: 3,
};

export const isFinal = (state: PaymentState): boolean => rank[state] >= 2;

/**
 * What a report of the gateway means for a payment. States only rise: older news changes nothing, and money that
 * comes after an end is money all the same.
 */
export function reconcile(known: KnownPayment, report: PaymentReport): Verdict {
  const why = misfit(known, report);
  if (why) return { kind: 'review', why };
  if (rank[report.state] > rank[known.state]) return { kind: 'moved', to: report.state };
  return { kind: 'same' };
}

function misfit(known: KnownPayment, report: PaymentReport): ReviewReason | undefined {
  if (known.externalId !== null && known.externalId !== report.externalId) return 'OTHER_PAYMENT';
  if (known.amount.currency !== report.amount.currency) return 'OTHER_CURRENCY';
  if (known.amount.amount !== report.amount.amount) return 'OTHER_AMOUNT';
  const ended = rank[report.state] === 2;
  return known.state === 'succeeded' && ended ? 'TAKEN_BACK' : undefined;
}
