import type { Money, RefundReport } from '@gangway/kit';

export type RefundState = 'requested' | 'pending' | 'succeeded' | 'failed';
export type KnownRefund = { state: RefundState; amount: Money; externalId: string | null };

export type RefundVerdict =
  | { kind: 'same' }
  | { kind: 'moved'; to: Exclude<RefundState, 'requested'> }
  | { kind: 'review'; why: 'OTHER_AMOUNT' | 'OTHER_CURRENCY' | 'OTHER_REFUND' | 'TAKEN_BACK' };

const rank: Record<RefundState, number> = { requested: 0, pending: 1, failed: 2, succeeded: 3 };

export const isRefundFinal = (state: RefundState): boolean => rank[state] >= 2;

/**
 * What a report of the gateway means for a refund. States only rise, and money that goes after a failure has gone all the
 * same; a success that they take back is for people.
 */
export function reconcileRefund(known: KnownRefund, report: RefundReport): RefundVerdict {
  if (known.externalId !== null && known.externalId !== report.externalId)
    return { kind: 'review', why: 'OTHER_REFUND' };
  if (known.amount.currency !== report.amount.currency) return { kind: 'review', why: 'OTHER_CURRENCY' };
  if (known.amount.amount !== report.amount.amount) return { kind: 'review', why: 'OTHER_AMOUNT' };
  if (known.state === 'succeeded' && report.state === 'failed') return { kind: 'review', why: 'TAKEN_BACK' };
  return rank[report.state] > rank[known.state] ? { kind: 'moved', to: report.state } : { kind: 'same' };
}
