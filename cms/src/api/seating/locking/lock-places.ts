import { type AppError, newId, type Transaction } from '@gangway/kit';
import type { Departure } from '../../catalog/domain/departure.ts';
import { holdTerms, termFrom } from '../domain/hold-terms.ts';
import { type Change, changesOf } from '../domain/pools.ts';
import { poolCapacity, type Wanted } from '../domain/wanted-places.ts';
import { seatingErrors } from '../errors.ts';
import { tellChanges } from '../store/changes.ts';
import { hasExpired, insertCount, insertSeats, releaseClaims } from '../store/claims.ts';
import { moveCounters, placesLeft } from '../store/counters.ts';
import { isCurrent } from '../store/event-facts.ts';
import { activeHolds, insertHold, markReleased, openHolds } from '../store/holds.ts';
import { attempt, isRefused, type Refused } from '../store/savepoint.ts';
import { type Own, ownPlaces } from '../store/session-places.ts';
import { sessionTurn, sharedTurn, soleTurn } from '../store/turns.ts';
import { staleCatalogue } from './stale-catalogue.ts';

export type Buyer = { sessionHash: string; customerId?: string | undefined };

export type Locking = { departure: Departure; wanted: Wanted; buyer: Buyer; now: Date };

/** The hold, and what of it is new. */
export type Locked = { holdId: string; added: Wanted };

/** What stands in the way: these seats, the session's own hold that has died, or the number of places. */
type Obstacle = { error: AppError; seats?: string[]; ownHold?: boolean };

/**
 * Adds places to what the session holds on the departure, all or none. Places that it holds already count as locked.
 * First among others, then, when something that has expired is in the way, alone with the departure.
 * @throws SEAT_TAKEN, SOLD_OUT, TOO_MANY_PLACES, TOO_MANY_HOLDS
 */
export async function lockPlaces(trx: Transaction, locking: Locking): Promise<Locked> {
  const { departure, buyer, now } = locking;
  await sessionTurn(trx, buyer);
  const first = await attempt(trx, () => take(trx, { ...locking, alone: false }));
  if (!isRefused<Obstacle>(first)) return first;
  if (!(await isPassing(trx, first.refused, { eventId: departure.id, now }))) throw first.refused.error;
  const second = await attempt(trx, () => take(trx, { ...locking, alone: true }));
  if (isRefused<Obstacle>(second)) throw second.refused.error;
  return second;
}

/** Whether what stands in the way is dead by now. */
async function isPassing(
  trx: Transaction,
  { seats, ownHold }: Obstacle,
  at: { eventId: string; now: Date },
): Promise<boolean> {
  return ownHold ?? hasExpired(trx, { ...at, ...(seats ? { seatCodes: seats } : {}) });
}

type Taking = Locking & { alone: boolean };

async function take(trx: Transaction, taking: Taking): Promise<Locked | Refused<Obstacle>> {
  const { departure, buyer, now, alone } = taking;
  await (alone ? soleTurn(trx, [departure.id]) : sharedTurn(trx, departure.id));
  if (!(await isCurrent(trx, departure.event))) throw staleCatalogue();
  const freed = alone ? await freeExpired(trx, taking) : [];
  const [hold] = await activeHolds(trx, { ...buyer, eventId: departure.id });
  if (hold && hold.expiresAt <= now) return { refused: { error: seatingErrors.SOLD_OUT(), ownHold: true } };
  const own = await ownPlaces(trx, { ...buyer, eventId: departure.id, now });
  const added = newPlaces(taking.wanted, own);
  await refuseTooMuch(trx, { ...taking, own, added });
  const holdId = hold?.id ?? (await beginHold(trx, taking));
  const { expiresAt } = hold ?? termFrom(now);
  const obstacle = await claim(trx, { ...taking, added, holdId, expiresAt, freed });
  return obstacle ? { refused: obstacle } : { holdId, added };
}

/** Everything on the departure that is dead by now, the session's own hold included. */
async function freeExpired(trx: Transaction, { departure, buyer, now }: Taking): Promise<Change[]> {
  const holds = await activeHolds(trx, { ...buyer, eventId: departure.id });
  const dead = holds.filter(({ expiresAt }) => expiresAt <= now).map(({ id }) => id);
  const selection = { eventIds: [departure.id], expiredAt: now };
  const { seats, counts } = await releaseClaims(trx, { selection, reason: 'expired', now });
  await markReleased(trx, { holdIds: dead, reason: 'expired', now });
  return changesOf([...seats, ...counts], { held: -1 });
}

async function beginHold(trx: Transaction, { departure, buyer, now }: Taking): Promise<string> {
  const id = newId();
  await insertHold(trx, { id, eventId: departure.id, ...buyer, ...termFrom(now), now });
  return id;
}

function newPlaces({ seats, counts }: Wanted, own: Own): Wanted {
  return { seats: seats.filter(({ seatCode }) => !own.seats.has(seatCode)), counts };
}

type Measuring = Taking & { own: Own; added: Wanted };

async function refuseTooMuch(trx: Transaction, measuring: Measuring): Promise<void> {
  const { departure, buyer, now, own, added } = measuring;
  const limit = holdTerms.places;
  const more = (takesPlace: boolean) =>
    added.counts
      .filter((count) => count.takesPlace === takesPlace)
      .reduce((sum, one) => sum + one.quantity, 0);
  const places = own.places + added.seats.length + more(true);
  if (places > limit || own.companions + more(false) > limit)
    throw seatingErrors.TOO_MANY_PLACES({ limit, held: own.places });
  const open = await openHolds(trx, { ...buyer, eventId: departure.id, now });
  if (open >= holdTerms.openHolds) throw seatingErrors.TOO_MANY_HOLDS({ limit: holdTerms.openHolds });
}

type Claiming = Taking & { added: Wanted; holdId: string; expiresAt: Date; freed: Change[] };

async function claim(trx: Transaction, claiming: Claiming): Promise<Obstacle | undefined> {
  const { departure, added, freed } = claiming;
  const taken = await claimSeats(trx, claiming);
  if (taken.length > 0) return { error: seatingErrors.SEAT_TAKEN({ seats: taken }), seats: taken };
  await claimCounts(trx, claiming);
  const eventId = departure.id;
  const gained = [
    ...added.seats.map(() => ({ eventId })),
    ...added.counts.map((count) => ({ eventId, ...count })),
  ];
  const changes = [...freed, ...changesOf(gained, { held: 1 })];
  const capacityOf = ({ pool }: { pool: string }) => poolCapacity(departure, pool);
  const refused = await moveCounters(trx, { changes, capacityOf });
  if (refused) return { error: seatingErrors.SOLD_OUT(await leftIn(trx, refused)) };
  await tellChanges(trx, gained.length > 0 ? [eventId] : []);
  return undefined;
}

async function claimSeats(trx: Transaction, claiming: Claiming): Promise<string[]> {
  const { departure, added, holdId, expiresAt, now } = claiming;
  if (added.seats.length === 0) return [];
  const place = { eventId: departure.id, holdId, state: 'held' as const, expiresAt, now };
  const free = await insertSeats(trx, { ...place, seats: added.seats });
  return added.seats.flatMap(({ seatCode }) => (free.has(seatCode) ? [] : seatCode));
}

async function claimCounts(trx: Transaction, claiming: Claiming): Promise<void> {
  const { departure, added, holdId, expiresAt, now } = claiming;
  const place = { eventId: departure.id, holdId, state: 'held' as const, expiresAt, now };
  for (const count of added.counts) await insertCount(trx, { ...place, ...count });
}

async function leftIn(trx: Transaction, { eventId, pool }: Change) {
  const left = Math.max(0, (await placesLeft(trx, { eventId, pool })) ?? 0);
  return pool.startsWith('zone:') ? { left, zone: pool.slice('zone:'.length) } : { left };
}
