import type { Core } from '@strapi/strapi';
import type { Transaction } from '@gangway/kit';
import { type PaymentView, paymentsOf } from '@gangway/payments/contract';
import { isMadeGood, type RefundRequest } from '../domain/refund-request.ts';
import { lockOrder, updateOrder } from '../store/orders.ts';
import { readRefundRequests } from '../store/refund-requests.ts';

type Arrived = { trx: Transaction; orderId: string; now: Date };

/** An order that people had to look at because of refunds that failed: nobody has to any more once all of it is back. */
export async function endReview(strapi: Core.Strapi, { trx, orderId, now }: Arrived): Promise<void> {
  if (!(await lockOrder(trx, orderId))?.needsReview) return;
  const requests = await readRefundRequests(trx, orderId);
  const payments = await paymentsOf(strapi).list(trx, { kind: 'order', id: orderId });
  const returned = payments.every((payment) => isReturned(payment, requests));
  if (returned && isMadeGood(requests))
    await updateOrder(trx, { orderId, changes: { needsReview: false }, now });
}

/** What settlement could not keep goes back under no request: once it has arrived, whatever failed before. */
function isReturned({ refunds }: PaymentView, requests: readonly RefundRequest[]): boolean {
  const asked = new Set(requests.flatMap(({ paymentRefundIds }) => paymentRefundIds.map(({ id }) => id)));
  const own = refunds.filter(({ id }) => !asked.has(id)).map(({ state }) => state);
  return !own.includes('failed') || own.includes('succeeded');
}
