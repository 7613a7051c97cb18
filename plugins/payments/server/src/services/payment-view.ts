import type { PaymentView, RefundView } from '../../../contract/payments.ts';
import { moneyOf } from '../store/payments.ts';
import type { PaymentRow } from '../store/payments.ts';
import type { RefundRow } from '../store/refunds.ts';

export function refundView(row: RefundRow): RefundView {
  return {
    id: row.document_id,
    paymentId: row.payment_id,
    amount: moneyOf(row),
    state: row.state,
    reason: row.reason,
    requestedAt: row.requested_at,
  };
}

export function paymentView(row: PaymentRow, refunds: readonly RefundRow[]): PaymentView {
  return {
    id: row.document_id,
    method: row.method,
    provider: row.provider_key,
    externalId: row.external_id,
    state: row.state,
    needsReview: row.needs_review,
    amount: moneyOf(row),
    refunded: { amount: row.refunded_amount, currency: row.currency },
    startedAt: row.started_at,
    settledAt: row.settled_at,
    reason: row.reason,
    means: row.means,
    refunds: refunds.filter(({ payment_id }) => payment_id === row.document_id).map(refundView),
  };
}
