import type { Core } from '@strapi/strapi';
import type { Order } from '../domain/order.ts';
import { endUnpaid } from '../settlement/end-unpaid.ts';
import { lockOrder, updateOrder } from '../store/orders.ts';
import { type RefundAsk, type RefundOutcome, requestRefund } from './request-refund.ts';

export type Cancelling = Pick<RefundAsk, 'trx' | 'orderId' | 'actor' | 'reason' | 'override' | 'now'>;

/** `refund`: the order is paid, and cancelled when this has arrived. */
export type Cancelled = { order: Order; refund?: RefundOutcome };

/**
 * Cancels an order in the caller's transaction. What is not paid ends at once; what is paid is refunded in full first.
 * @throws ILLEGAL_TRANSITION for orders that have ended
 */
export async function cancelOrder(strapi: Core.Strapi, cancelling: Cancelling): Promise<Cancelled> {
  const { trx, orderId, actor, reason, now } = cancelling;
  const order = await lockOrder(trx, orderId);
  if (!order) throw new Error(`There is no order ${orderId}.`);
  if (order.state !== 'PAID' && order.state !== 'PARTIALLY_REFUNDED') {
    const by = `BY_${actor.kind.toUpperCase()}`;
    const ended = await endUnpaid(strapi, { trx, order, to: 'CANCELLED', actor, reason: by, now });
    // Words of people stay out of the history, which nobody can erase.
    if (reason !== undefined) await updateOrder(trx, { orderId, changes: { closeReason: reason }, now });
    return { order: ended };
  }
  const refund = await requestRefund(strapi, { ...cancelling, lines: undefined, cancelsOrder: true });
  return { order: (await lockOrder(trx, orderId)) ?? order, refund };
}
