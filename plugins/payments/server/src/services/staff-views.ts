import type { z } from '@gangway/kit';
import type { listNoticesRoute, readPaymentCardRoute } from '../../../contract/admin-routes.ts';
import { isDueBack, nextUnkeptKey } from '../domain/unkept.ts';
import { moneyOf } from '../store/payments.ts';
import type { PaymentRow } from '../store/payments.ts';
import type { RefundRow } from '../store/refunds.ts';
import type { NoticeView, PostingView } from '../store/staff-views.ts';

type Card = z.input<(typeof readPaymentCardRoute)['response']>['data'];
type Notice = z.input<(typeof listNoticesRoute)['response']>['data'][number];
type AttemptView = Omit<Card, 'notices' | 'refunds' | 'postings'>;

const iso = (date: Date | null) => date?.toISOString() ?? null;

export function attemptView(row: PaymentRow): AttemptView {
  return {
    id: row.document_id,
    payable: { kind: row.payable_kind, id: row.payable_id },
    sellerId: row.seller_id,
    method: row.method,
    provider: row.provider_key,
    externalId: row.external_id,
    status: row.state,
    needsReview: row.needs_review,
    amount: moneyOf(row),
    refunded: { amount: row.refunded_amount, currency: row.currency },
    reason: row.reason,
    means: row.means,
    test: row.test ?? false,
    startedAt: row.started_at.toISOString(),
    settledAt: iso(row.settled_at),
    checkedAt: iso(row.checked_at),
    nextCheckAt: iso(row.next_check_at),
    manual: manualOf(row),
  };
}

const manualOf = ({ staff_id, reference, manual_reason }: PaymentRow): AttemptView['manual'] =>
  staff_id === null ? null : { staffId: staff_id, reference: reference ?? '', reason: manual_reason ?? '' };

export const noticeView = (row: NoticeView): Notice => ({
  id: row.id,
  provider: row.provider_key,
  event: row.event,
  about: row.about,
  externalId: row.external_id,
  ip: row.ip,
  bytes: row.size,
  receivedAt: row.received_at.toISOString(),
  lastReceivedAt: row.last_received_at.toISOString(),
  receipts: row.receipts,
  handledAt: iso(row.handled_at),
  paymentId: row.payment_id,
  problem: row.problem,
});

/** `all`: the refunds of its payment. */
export const staffRefundView = (row: RefundRow, all: readonly RefundRow[]): Card['refunds'][number] => ({
  id: row.document_id,
  amount: moneyOf(row),
  status: row.state,
  externalId: row.external_id,
  reason: row.reason,
  problem: row.problem,
  requestedAt: row.requested_at.toISOString(),
  settledAt: iso(row.settled_at),
  mayAskAgain: isDueBack(row) && !all.some(({ key }) => key === nextUnkeptKey(row.key)),
});

export const postingView = ({ at, amount, ...row }: PostingView): Card['postings'][number] => ({
  ...row,
  at: at.toISOString(),
  amount: Number(amount),
});
