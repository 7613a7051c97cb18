import type { Transaction } from '@gangway/kit';
import { type Move, mayMove, type OrderState } from '../domain/moves.ts';
import type { Order } from '../domain/order.ts';
import { orderingErrors } from '../errors.ts';
import { type Actor, writeHistory } from './history.ts';
import { updateOrder } from './orders.ts';

export type MoveOrder = {
  /** As `lockOrder` gave it. */
  order: Order;
  to: OrderState;
  actor: Actor;
  now: Date;
  /** Why it ends; kept as `closeReason`. */
  reason?: string;
  details?: Record<string, unknown>;
  /** Only settlement says so: the money of an expired order came and its places are there. */
  late?: boolean;
};

/**
 * Moves a locked order to another state and writes it into the history as `order.<state>`.
 * @throws ILLEGAL_TRANSITION
 */
export async function applyMove(trx: Transaction, move: MoveOrder): Promise<Order> {
  const { order, to, actor, now, reason, late = false } = move;
  const step: Move = { from: order.state, to, late };
  if (!mayMove(step)) throw orderingErrors.ILLEGAL_TRANSITION({ from: order.state, to });
  const changes = { state: to, ...stamps(move) };
  await updateOrder(trx, { orderId: order.id, changes, now });
  const details = { from: order.state, ...(reason === undefined ? {} : { reason }), ...move.details };
  await writeHistory(trx, { orderId: order.id, at: now, actor, what: `order.${to.toLowerCase()}`, details });
  return { ...order, ...changes };
}

const ends: ReadonlySet<OrderState> = new Set(['EXPIRED', 'CANCELLED', 'REFUNDED']);

function stamps({ order, to, now, reason }: MoveOrder): Partial<Order> {
  if (to === 'PAID') return { paidAt: order.paidAt ?? now, closedAt: null, closeReason: null };
  return ends.has(to) ? { closedAt: now, closeReason: reason ?? null } : {};
}
