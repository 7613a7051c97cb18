import type { Core } from '@strapi/strapi';
import { jobsOf } from '@gangway/jobs/contract';
import type { Transaction } from '@gangway/kit';
import { releaseOrder } from '../../seating/places.ts';
import type { Order } from '../domain/order.ts';
import { applyMove } from '../store/apply-move.ts';
import type { Actor } from '../store/history.ts';
import { releasePromotion } from '../store/promotion-return.ts';

export type Ending = {
  trx: Transaction;
  /** Locked, and nobody has paid for it. */
  order: Order;
  to: 'EXPIRED' | 'CANCELLED';
  actor: Actor;
  reason: string;
  now: Date;
};

/**
 * An unpaid order ends: its places and the use of its promotion are free again.
 * @throws ILLEGAL_TRANSITION
 */
export async function endUnpaid(strapi: Core.Strapi, ending: Ending): Promise<Order> {
  const { trx, order, to, now } = ending;
  const ended = await applyMove(trx, ending);
  await releaseOrder(trx, { orderId: order.id, reason: to.toLowerCase(), now });
  await releasePromotion(trx, { orderId: order.id, now });
  await jobsOf(strapi).announce(trx, `order.${to.toLowerCase()}`, { orderId: order.id });
  return ended;
}
