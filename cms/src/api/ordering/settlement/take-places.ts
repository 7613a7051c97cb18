import { send, type Transaction } from '@gangway/kit';
import { sellNextBest, sellPlaces } from '../../seating/places.ts';
import type { Order } from '../domain/order.ts';
import type { Obstacle } from '../domain/settlement.ts';
import type { MovedSeat } from '../store/order-lines.ts';
import { usePromotionAgain } from '../store/promotion-return.ts';

type Taking = { trx: Transaction; order: Order; now: Date };

export type TakenPlaces = { moved: readonly MovedSeat[] } | { obstacle: Obstacle };

/**
 * Sells the places of an order: its own, also those that had run out and are still free, else the next best of the
 * zone when the buyer agreed to that. An order that had expired needs its promotion back as well. All or nothing.
 */
export async function takePlaces(taking: Taking): Promise<TakenPlaces> {
  return taking.order.state === 'EXPIRED' ? takeBack(taking) : attempt(taking);
}

/** The promotion comes last, and without it the places are given up again. */
async function takeBack(taking: Taking): Promise<TakenPlaces> {
  const { trx } = taking;
  await send(trx, 'savepoint take_places');
  const taken = await attempt(taking);
  if ('obstacle' in taken) await trx.raw('rollback to savepoint take_places');
  return taken;
}

async function attempt({ trx, order, now }: Taking): Promise<TakenPlaces> {
  const moved = await sold({ trx, order, now });
  if (!moved) return { obstacle: 'PLACES_LOST' };
  const priced = order.state !== 'EXPIRED' || (await usePromotionAgain(trx, { order, now }));
  return priced ? { moved } : { obstacle: 'PROMOTION_USED_UP' };
}

async function sold({ trx, order, now }: Taking): Promise<readonly MovedSeat[] | undefined> {
  const own = await sellPlaces(trx, { orderId: order.id, now });
  if (own.sold) return [];
  if (!order.otherSeats) return undefined;
  return (await sellNextBest(trx, { orderId: order.id, now }))?.moved;
}
