import type { Core } from '@strapi/strapi';
import { commonErrors, money, newId, type z } from '@gangway/kit';
import { paymentsOf } from '@gangway/payments/contract';
import type { Outcome } from '../../../frame/idempotency/idempotently.ts';
import type {
  moveDeskOrder,
  payDeskOrder,
  refundDeskOrder,
  resendDeskOrder,
} from '../contract/desk-orders.ts';
import type { Order } from '../domain/order.ts';
import type { RefundRequest } from '../domain/refund-request.ts';
import { orderingErrors } from '../errors.ts';
import { cancelOrder } from '../refunds/cancel-order.ts';
import { requestRefund } from '../refunds/request-refund.ts';
import { refundAnswer } from '../refunds/serve-refunds.ts';
import { endUnpaid } from '../settlement/end-unpaid.ts';
import { tellBuyer } from '../settlement/tell-buyer.ts';
import { writeHistory } from '../store/history.ts';
import { lockOrder, readOrder, updateOrder } from '../store/orders.ts';
import { auditDeed, cardAnswer, type Deed } from './desk-deed.ts';
import { lockDraft } from './lock-draft.ts';

type Body<Route extends { body: z.ZodType }> = z.output<Route['body']>;

/** Staff cancel past the buyer's own rule; whoever pays gets all of it back. */
export async function cancelByStaff(
  strapi: Core.Strapi,
  deed: Deed,
  { orderId, reason }: { orderId: string; reason: string },
): Promise<Outcome> {
  await requireOrder(deed, orderId);
  const { trx, actor, now } = deed;
  const { refund } = await cancelOrder(strapi, { trx, orderId, actor, reason, override: true, now });
  const action = refund?.refusal ? 'refund.refused' : 'order.cancelled';
  await auditDeed(deed, { orderId, action, ...(refund && { details: factsOf(refund.request) }) });
  return refund?.refusal ? refundAnswer(deed, refund) : cardAnswer(strapi, { deed, orderId });
}

/** Money back by the buyer's rule, or past it with `override`. */
export async function refundByStaff(
  strapi: Core.Strapi,
  deed: Deed,
  { orderId, lines, reason, override }: { orderId: string } & Body<typeof refundDeskOrder>,
): Promise<Outcome> {
  await requireOrder(deed, orderId);
  const { trx, actor, now } = deed;
  const ask = { trx, orderId, lines, actor, reason, override, cancelsOrder: false, now };
  const outcome = await requestRefund(strapi, ask);
  const action = outcome.refusal ? 'refund.refused' : 'refund.requested';
  const details = { ...factsOf(outcome.request), override };
  await auditDeed(deed, { orderId, action, details });
  return refundAnswer(deed, outcome);
}

const factsOf = ({ id: refundRequestId, amount, reasonCode, policyVersion }: RefundRequest) => ({
  ...{ refundRequestId, amount, reasonCode, policyVersion },
});

/** The confirmation once more, with the tickets as they are now; what opened the order before is worth nothing with `newLink`. */
export async function resendByStaff(
  strapi: Core.Strapi,
  deed: Deed,
  { orderId, newLink }: { orderId: string } & Body<typeof resendDeskOrder>,
): Promise<Outcome> {
  const order = await requireOrder(deed, orderId);
  if (order.state !== 'PAID' && order.state !== 'PARTIALLY_REFUNDED')
    throw orderingErrors.ORDER_NOT_PAID({ status: order.state });
  const { trx, actor, now } = deed;
  const changes = { tokenVersion: order.tokenVersion + 1, sessionHash: null };
  if (newLink) await updateOrder(trx, { orderId, changes, now });
  await tellBuyer(strapi, { trx, order, message: 'order.confirmed', about: newId(), now });
  await writeHistory(trx, { orderId, at: now, actor, what: 'order.resent' });
  await auditDeed(deed, { orderId, action: 'order.resent', details: { newLink } });
  return { value: { data: { to: order.buyerEmail ?? '' } } };
}

/** People have looked at an order that needed it. */
export async function reviewByStaff(
  strapi: Core.Strapi,
  deed: Deed,
  { orderId }: { orderId: string },
): Promise<Outcome> {
  const { needsReview } = await requireOrder(deed, orderId);
  const { trx, actor, now } = deed;
  if (needsReview) {
    await updateOrder(trx, { orderId, changes: { needsReview: false }, now });
    await writeHistory(trx, { orderId, at: now, actor, what: 'order.reviewed' });
    await auditDeed(deed, { orderId, action: 'order.reviewed' });
  }
  return cardAnswer(strapi, { deed, orderId });
}

/**
 * Money that came past every gateway. When settlement cannot keep it, nothing is written: the money is still in
 * somebody's hand, and giving it back needs no refund.
 */
export async function payByStaff(
  strapi: Core.Strapi,
  deed: Deed,
  { orderId, ...body }: { orderId: string } & Body<typeof payDeskOrder>,
): Promise<Outcome> {
  const order = await requireOrder(deed, orderId);
  if (order.state === 'PENDING' || order.state === 'CANCELLED' || order.state === 'REFUNDED')
    throw orderingErrors.ILLEGAL_TRANSITION({ from: order.state, to: 'PAID' });
  const { trx, staffId, actor, now } = deed;
  const amount = money(order.total, order.currency);
  const payment = await paymentsOf(strapi).payManually(trx, {
    ...{ kind: 'order', id: orderId, amount, staffId, now },
    ...body,
  });
  if ((await readOrder(trx, orderId))?.state !== 'PAID') throw orderingErrors.PLACES_LOST();
  const details = { paymentId: payment.id, method: body.method, amount: order.total };
  await writeHistory(trx, { orderId, at: now, actor, what: 'order.marked-paid', details });
  await auditDeed(deed, { orderId, action: 'order.marked-paid', details });
  return cardAnswer(strapi, { deed, orderId });
}

/** Moves that no money makes: a draft gets its places, an unpaid order ends. */
export async function moveByStaff(
  strapi: Core.Strapi,
  deed: Deed,
  { orderId, status: to, reason, basket }: { orderId: string } & Body<typeof moveDeskOrder>,
): Promise<Outcome> {
  const order = await requireOrder(deed, orderId);
  const { trx, actor, now } = deed;
  if (to === 'LOCKED' && order.state === 'PENDING')
    await lockDraft(strapi, {
      ...deed,
      order,
      basket: basket ?? { lines: [], seatTypes: [], passengers: [] },
    });
  else if ((to === 'CANCELLED' || to === 'EXPIRED') && order.paidAt === null)
    await endUnpaid(strapi, { trx, order, to, actor, reason: 'BY_STAFF', now });
  else throw orderingErrors.ILLEGAL_TRANSITION({ from: order.state, to });
  if (to !== 'LOCKED') await updateOrder(trx, { orderId, changes: { closeReason: reason }, now });
  await auditDeed(deed, { orderId, action: 'order.moved', details: { from: order.state, to } });
  return cardAnswer(strapi, { deed, orderId });
}

async function requireOrder({ trx }: Deed, orderId: string): Promise<Order> {
  const order = await lockOrder(trx, orderId);
  if (!order) throw commonErrors.NOT_FOUND();
  return order;
}
