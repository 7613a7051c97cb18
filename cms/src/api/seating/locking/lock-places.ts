import type { AppError, Transaction } from '@gangway/kit';
import type { Departure } from '../../catalog/domain/departure.ts';
import { changesOf } from '../domain/pools.ts';
import { releaseClaims } from '../store/claims.ts';
import { activeHoldsOn, markReleased } from '../store/holds.ts';
import { attempt, isRefused, type Refused } from '../store/savepoint.ts';
import { planTurn, sessionTurn, sharedTurn, soleTurn } from '../store/turns.ts';
import { type Ask, type Locked, lockTogether } from './lock-together.ts';

export type Locking = Ask & { departure: Departure; now: Date };

type Obstacle = { error: AppError; passing: boolean };

/**
 * Adds places to what the session holds on the departure, all or none. Places that it holds already count as locked.
 * First among others, then, when something that has expired is in the way, alone with the departure.
 * @throws SEAT_TAKEN, SOLD_OUT, TOO_MANY_PLACES, TOO_MANY_HOLDS, and what `choose` throws
 */
export async function lockPlaces(trx: Transaction, locking: Locking): Promise<Locked> {
  await sessionTurn(trx, locking.buyer);
  const first = await attempt(trx, () => amongOthers(trx, locking));
  if (!isRefused<Obstacle>(first)) return first;
  if (!first.refused.passing) throw first.refused.error;
  const second = await attempt(trx, () => alone(trx, locking));
  if (isRefused<Obstacle>(second)) throw second.refused.error;
  return second;
}

type Taken = Locked | Refused<Obstacle>;

async function amongOthers(trx: Transaction, { departure, now, ...ask }: Locking): Promise<Taken> {
  await sharedTurn(trx, { eventId: departure.id, planId: departure.planRow?.id });
  return oneOf(await lockTogether(trx, { departure, now, asks: [ask] }));
}

async function alone(trx: Transaction, locking: Locking): Promise<Taken> {
  const { departure, now, ...ask } = locking;
  await soleTurn(trx, [departure.id]);
  await planTurn(trx, departure.planRow?.id);
  const freed = await freeExpired(trx, locking);
  return oneOf(await lockTogether(trx, { departure, now, asks: [ask], freed }));
}

function oneOf([answer]: Awaited<ReturnType<typeof lockTogether>>): Taken {
  if (!answer) throw new Error('A lock was not answered.');
  if ('locked' in answer) return answer.locked;
  return { refused: { error: answer.refused, passing: answer.passing } };
}

/** Everything on the departure that is dead by now, the session's own hold included. */
async function freeExpired(trx: Transaction, { departure, buyer, now }: Locking) {
  const eventId = departure.id;
  const holds = await activeHoldsOn(trx, { eventId, sessionHashes: [buyer.sessionHash] });
  const dead = holds.filter(({ expiresAt }) => expiresAt <= now).map(({ id }) => id);
  const selection = { eventIds: [eventId], expiredAt: now };
  const claims = await releaseClaims(trx, { selection, reason: 'expired', now });
  await markReleased(trx, { holdIds: dead, reason: 'expired', now });
  return { claims, changes: changesOf([...claims.seats, ...claims.counts], { held: -1 }) };
}
