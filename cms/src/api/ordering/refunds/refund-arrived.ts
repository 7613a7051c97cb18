import type { Core } from '@strapi/strapi';
import { jobsOf } from '@gangway/jobs/contract';
import type { Transaction } from '@gangway/kit';
import type { RefundedPayment } from '@gangway/payments/contract';
import { freeSold } from '../../seating/places.ts';
import { isClosed } from '../domain/moves.ts';
import type { Order, OrderLine } from '../domain/order.ts';
import { isAllBack, isLeft, type RefundRequest, withMoneyBack } from '../domain/refund-request.ts';
import { releasedPlaces } from '../domain/released-places.ts';
import { tellBuyer } from '../settlement/tell-buyer.ts';
import { readAdmissions } from '../store/admissions.ts';
import { applyMove } from '../store/apply-move.ts';
import { writeHistory } from '../store/history.ts';
import { addRefunded } from '../store/order-lines.ts';
import { lockOrder, readLines, updateOrder } from '../store/orders.ts';
import { releasePromotion } from '../store/promotion-return.ts';
import { readRefundRequests, updateRefundRequest } from '../store/refund-requests.ts';
import { endReview } from './end-review.ts';
import { voidTickets } from './void-tickets.ts';

const system = { kind: 'system' } as const;

export type Refunded = { trx: Transaction; id: string; refund: RefundedPayment; now: Date };
export type Closing = {
  trx: Transaction;
  order: Order;
  lines: readonly OrderLine[];
  request: RefundRequest;
  now: Date;
};

/**
 * Money has gone back. With the last of a request's refunds its places are free for others, and the order is
 * PARTIALLY_REFUNDED or REFUNDED, then CANCELLED when that was what was asked for. A request that had failed is so after
 * all, or is left to people. What settlement could not keep changes no order: it was never part of one.
 */
export async function refundArrived(strapi: Core.Strapi, { trx, id, refund, now }: Refunded): Promise<void> {
  const found = await requestOf({ trx, id, refund });
  const details = { refundId: refund.id, paymentId: refund.paymentId, amount: refund.amount.amount };
  await writeHistory(trx, { orderId: id, at: now, actor: system, what: 'refund.succeeded', details });
  const { state } = found?.request ?? {};
  if (found && state === 'failed')
    return arrivedAfterAll(strapi, await closingOf({ ...found, trx, refund, now }));
  if (found && state === 'pending') await countBack(strapi, await closingOf({ ...found, trx, refund, now }));
  await endReview(strapi, { trx, orderId: id, now });
}

type Counted = Omit<Closing, 'lines'> & Pick<Refunded, 'refund'>;

async function closingOf({ refund, ...counted }: Counted): Promise<Closing> {
  const lines = await readLines(counted.trx, counted.order.id);
  return {
    ...counted,
    lines,
    request: withMoneyBack(counted.request, { id: refund.id, state: 'succeeded' }),
  };
}

async function countBack(strapi: Core.Strapi, arrived: Closing): Promise<void> {
  const { trx, request, now } = arrived;
  await updateRefundRequest(trx, { request, now });
  if (request.state === 'succeeded') await closeRefund(strapi, arrived);
}

/**
 * Money of a request that had failed, after which its tickets were good again. They end now, unless they were given back
 * otherwise or other money of the request stayed with us. People look in any case: they may have settled it by hand.
 */
async function arrivedAfterAll(strapi: Core.Strapi, arrived: Closing): Promise<void> {
  const { trx, order, request, now } = arrived;
  const isDone = request.state === 'succeeded' && (await isStillOwed(arrived));
  const kept: RefundRequest = isDone ? request : { ...request, state: 'failed' };
  await updateRefundRequest(trx, { request: kept, now });
  await updateOrder(trx, { orderId: order.id, changes: { needsReview: true }, now });
  if (!isDone) return;
  await voidTickets(strapi, { trx, orderId: order.id, shares: request.lines, now });
  await closeRefund(strapi, arrived);
}

async function isStillOwed({ trx, order, lines, request }: Closing): Promise<boolean> {
  const requests = await readRefundRequests(trx, order.id);
  return !isClosed(order.state) && isLeft(request, { lines, requests });
}

type Sought = Omit<Refunded, 'now'>;

/** The request that a payment's refund belongs to; its key is the request's id. */
export async function requestOf({
  trx,
  id,
  refund,
}: Sought): Promise<{ order: Order; request: RefundRequest } | undefined> {
  const order = await lockOrder(trx, id);
  if (!order) throw new Error(`Refund ${refund.id} is for the order ${id}, and there is none.`);
  const requests = await readRefundRequests(trx, id);
  const request = requests.find((one) => one.id === refund.key);
  return request && { order, request };
}

/** The money of a request is back, or there was none to give. */
export async function closeRefund(strapi: Core.Strapi, closing: Closing): Promise<void> {
  const { trx, order, lines, request, now } = closing;
  await addRefunded(trx, { shares: request.lines, now });
  const admissions = await readAdmissions(trx, order.id);
  const places = releasedPlaces({ shares: request.lines, lines, admissions });
  if (places.length > 0) await freeSold(trx, { orderId: order.id, places, now });
  const refundedTotal = order.refundedTotal + request.amount;
  await updateOrder(trx, { orderId: order.id, changes: { refundedTotal }, now });
  await moveOrder(strapi, { ...closing, order: { ...order, refundedTotal } });
  await jobsOf(strapi).announce(trx, 'order.refunded', { orderId: order.id, refundRequestId: request.id });
  if (request.amount > 0)
    await tellBuyer(strapi, { trx, order, message: 'order.refunded', about: request.id, now });
}

async function moveOrder(strapi: Core.Strapi, { trx, order, lines, request, now }: Closing): Promise<void> {
  const details = { refundRequestId: request.id, amount: request.amount };
  const step = { actor: system, now, details };
  const requests = await readRefundRequests(trx, order.id);
  if (!isAllBack(lines, requests)) {
    if (order.state === 'PAID') await applyMove(trx, { order, to: 'PARTIALLY_REFUNDED', ...step });
    return;
  }
  const refunded = await applyMove(trx, { order, to: 'REFUNDED', ...step, reason: request.reasonCode });
  await releasePromotion(trx, { orderId: order.id, now });
  // The one that cancels may have been quicker than another that was asked for before it.
  if (!requests.some(({ cancelsOrder, state }) => cancelsOrder && state === 'succeeded')) return;
  await applyMove(trx, { order: refunded, to: 'CANCELLED', ...step, reason: 'REFUNDED_FIRST', late: true });
  await jobsOf(strapi).announce(trx, 'order.cancelled', { orderId: order.id });
}
