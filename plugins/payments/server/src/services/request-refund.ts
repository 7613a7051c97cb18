import type { Sale, Transaction } from '@gangway/kit';
import { paymentErrors } from '../errors.ts';
import { nextCheck } from '../domain/next-check.ts';
import { postingsOf } from '../domain/postings.ts';
import { refundPlan } from '../domain/refund-plan.ts';
import { splitSale } from '../domain/split-sale.ts';
import { isUnkept } from '../domain/unkept.ts';
import { book } from '../store/ledger.ts';
import { moneyOf, paymentsOfPayable, reserveRefund } from '../store/payments.ts';
import type { PaymentRow } from '../store/payments.ts';
import { insertRefund, refundsOfPayable } from '../store/refunds.ts';
import type { RefundRow } from '../store/refunds.ts';
import type { RefundOrder } from '../../../contract/payments.ts';
import type { Hub } from './hub.ts';

/** `paymentId`: over this payment alone. */
export type RefundRequest = RefundOrder & { paymentId?: string };

/**
 * Reserves the amount, books it and hands it to the job that speaks to the gateway.
 * @throws REFUND_EXCEEDS_PAYMENT
 */
export async function requestRefund(hub: Hub, trx: Transaction, order: RefundRequest): Promise<RefundRow[]> {
  const earlier = await withKey(trx, order);
  if (earlier.length > 0) return earlier;
  const payments = await refundable(trx, order);
  const parts = planned(payments, order);
  const sales = splitSale(
    order.sale,
    parts.map(({ amount }) => amount),
  );
  const steps = parts
    .map((part, index) => ({
      ...part,
      sale: sales[index] ?? order.sale,
      payment: payments.get(part.paymentId),
    }))
    .sort((one, other) => one.paymentId.localeCompare(other.paymentId));
  for (const { payment, amount, sale } of steps)
    if (payment) await requestPart(hub, trx, { order, payment, amount, sale });
  return withKey(trx, order);
}

async function withKey(trx: Transaction, order: RefundRequest): Promise<RefundRow[]> {
  const refunds = await refundsOfPayable(trx, order);
  return refunds.filter(({ key }) => key === order.key);
}

async function refundable(trx: Transaction, order: RefundRequest): Promise<Map<string, PaymentRow>> {
  const payments = await paymentsOfPayable(trx, order);
  const unkept = new Set((await refundsOfPayable(trx, order)).filter(isUnkept).map(paymentIdOf));
  const chosen = payments.filter(
    ({ document_id, state, currency }) =>
      state === 'succeeded' &&
      currency === order.amount.currency &&
      // What paid for nothing has a refund of its own, whatever became of it.
      (order.paymentId ? order.paymentId === document_id : !unkept.has(document_id)),
  );
  return new Map(chosen.map((payment) => [payment.document_id, payment]));
}

const paymentIdOf = ({ payment_id }: RefundRow): string => payment_id;

function planned(payments: Map<string, PaymentRow>, { amount }: RefundRequest) {
  const rest = [...payments.values()].map((payment) => ({
    id: payment.document_id,
    left: payment.amount - payment.refunded_amount,
    settledAt: payment.settled_at ?? payment.started_at,
  }));
  const parts = refundPlan(rest, amount.amount);
  if (!parts) throw exceeds(rest.reduce((sum, { left }) => sum + left, 0));
  return parts;
}

const exceeds = (left: number) => paymentErrors.REFUND_EXCEEDS_PAYMENT({ left });

type Part = { order: RefundRequest; payment: PaymentRow; amount: number; sale: Sale };

async function requestPart(
  hub: Hub,
  trx: Transaction,
  { order, payment, amount, sale }: Part,
): Promise<void> {
  const { now, kind, id, reason, key } = order;
  const paymentId = payment.document_id;
  if (!(await reserveRefund(trx, { paymentId, amount, now })))
    throw exceeds(payment.amount - payment.refunded_amount);
  const { provider_key, currency } = payment;
  const refundId = await insertRefund(trx, {
    ...{ payment_id: paymentId, provider_key, payable_kind: kind, payable_id: id, key, amount, currency },
    ...{ reason, sale, requested_at: now, next_check_at: nextCheck({ now, checks: 0, known: false }) },
  });
  await book(trx, {
    ...{ source: 'refund', sourceId: refundId, kind: 'requested', at: now, payable: { kind, id } },
    sellerId: payment.seller_id,
    postings: postingsOf({ kind: 'refund.requested', amount: moneyOf({ amount, currency }) }),
  });
  await hub.jobs.enqueue(trx, 'payments.refund', { refundId }, { key: `payments.refund:${refundId}` });
  await hub.jobs.announce(trx, 'refund.requested', { refundId, paymentId, payableKind: kind, payableId: id });
}
