import type { Transaction } from '@gangway/kit';
import { changesOf } from '../domain/pools.ts';
import { nextBest } from '../domain/best-available.ts';
import { hasSeat, type OnSale } from '../domain/on-sale.ts';
import { poolCapacity } from '../domain/wanted-places.ts';
import { freed, standing, tellChanges, unnamed } from './changes.ts';
import {
  type Claims,
  type CounterClaim,
  insertCounts,
  insertSeats,
  markSold,
  releaseClaims,
  type SeatClaim,
} from './claims.ts';
import { type CapacityOf, moveCounters, shiftCounters } from './counters.ts';
import { holdsOfOrder, markBought } from './holds.ts';
import { expiredClaims, markRetaken, placesToSell } from './order-claims.ts';
import { claimedSeats, planTurns, readOnSale } from './plans.ts';
import { attempt, isRefused, type Refused } from './savepoint.ts';
import { soleTurn } from './turns.ts';

/** Places of an order that somebody else has; `quantities` by ticket type. */
export type Lost = { eventId: string; seatCodes: string[]; quantities: Record<string, number> };

/** A seat of an order and the one that was sold in its place. */
export type Moved = { eventId: string; from: string; to: string; zone: string };

type Order = { orderId: string; now: Date };

/** All places of the order, or none and those that were lost. */
export async function sellOrder(
  trx: Transaction,
  order: Order,
): Promise<{ sold: true } | { sold: false; lost: Lost[] }> {
  const [, quick] = await Promise.all([
    holdsOfOrder(trx, order.orderId),
    attempt(trx, () => sellHeld(trx, order)),
  ]);
  if (!isRefused(quick)) return { sold: true };
  const again = await attempt<true, Lost[]>(trx, () => sellAgain(trx, order));
  return isRefused<Lost[]>(again) ? { sold: false, lost: again.refused } : { sold: true };
}

/** All places of the order, lost seats replaced; undefined when that is impossible. */
export async function sellNextBestOf(
  trx: Transaction,
  order: Order,
): Promise<{ moved: Moved[] } | undefined> {
  await holdsOfOrder(trx, order.orderId);
  const result = await attempt<{ moved: Moved[] }, 'impossible'>(trx, () => sellReplaced(trx, order));
  return isRefused(result) ? undefined : result;
}

/** The common case: everything is still held, whether or not its time has passed. */
async function sellHeld(trx: Transaction, order: Order): Promise<true | Refused<'gone'>> {
  const [, { seats, counts }] = await Promise.all([sellLive(trx, order), expiredClaims(trx, order.orderId)]);
  return seats.length + counts.length > 0 ? { refused: 'gone' } : true;
}

async function sellLive(trx: Transaction, { orderId }: Order): Promise<Claims> {
  const sold = await markSold(trx, orderId);
  await shiftCounters(trx, soldChanges(sold));
  await tellChanges(trx, standing(sold));
  return sold;
}

/**
 * Alone with the departures: nobody takes a place between our look and our claim. All claims before all counters, as
 * everywhere: whoever ends the claims of others takes no turn.
 */
async function prepareAgain(trx: Transaction, order: Order): Promise<Again> {
  const { orderId, now } = order;
  const eventIds = await placesToSell(trx, orderId);
  await soleTurn(trx, eventIds);
  await planTurns(trx, eventIds);
  const sold = await markSold(trx, orderId);
  const selection = { eventIds, expiredAt: now };
  const expired = await releaseClaims(trx, { selection, reason: 'expired', now });
  await shiftCounters(trx, [...soldChanges(sold), ...changesOf(allOf(expired), { held: -1 })]);
  await tellChanges(trx, [...standing(sold), ...freed(expired)]);
  return { ...(await expiredClaims(trx, orderId)), sales: await readOnSale(trx, eventIds) };
}

/** What an order lost, and what its departures sell now: both may have changed since it was placed. */
type Again = Claims & { sales: Sales };
type Sales = ReadonlyMap<string, OnSale>;

const capacityIn =
  (sales: Sales): CapacityOf =>
  ({ eventId, pool }) => {
    const sale = sales.get(eventId);
    return sale ? poolCapacity(sale, pool) : 0;
  };

function isOnSale(sales: Sales, { eventId, ...seat }: Place & { eventId: string }): boolean {
  const sale = sales.get(eventId);
  return sale !== undefined && hasSeat(sale, seat);
}

const allOf = ({ seats, counts }: Claims) => [...seats, ...counts];
const soldChanges = (claims: Claims) => changesOf(allOf(claims), { held: -1, sold: 1 });

async function sellAgain(trx: Transaction, order: Order): Promise<true | Refused<Lost[]>> {
  const { seats, counts, sales } = await prepareAgain(trx, order);
  const lostSeats = await takeSeats(trx, { order, sales, claims: seats, places: seats });
  const lostCounts = await takeCounts(trx, { order, sales, claims: counts });
  const lost = lostOf({ seats: lostSeats, counts: lostCounts });
  if (lost.length > 0) return { refused: lost };
  await finish(trx, { order, seats, counts });
  return true;
}

async function sellReplaced(
  trx: Transaction,
  order: Order,
): Promise<{ moved: Moved[] } | Refused<'impossible'>> {
  const { seats, counts, sales } = await prepareAgain(trx, order);
  const places = await replacements(trx, { claims: seats, sales });
  if (!places) return { refused: 'impossible' };
  const lost = [
    ...(await takeSeats(trx, { order, sales, claims: seats, places })),
    ...(await takeCounts(trx, { order, sales, claims: counts })),
  ];
  if (lost.length > 0) return { refused: 'impossible' };
  await finish(trx, { order, seats, counts });
  return { moved: movesOf(seats, places) };
}

async function finish(trx: Transaction, { order, seats, counts }: Claims & { order: Order }): Promise<void> {
  await markRetaken(trx, { seats, counts });
  await markBought(trx, order.orderId);
  await tellChanges(trx, unnamed([...seats, ...counts].map(({ eventId }) => eventId)));
}

type Taking = { order: Order; sales: Sales };
type SeatTaking = Taking & { claims: readonly SeatClaim[]; places: readonly Place[] };
type Place = { seatCode: string; zone: string };

/** @returns the claims whose place is not to be had */
async function takeSeats(trx: Transaction, taking: SeatTaking): Promise<SeatClaim[]> {
  const { order, sales, claims, places } = taking;
  const capacityOf = capacityIn(sales);
  const lost: SeatClaim[] = [];
  const pairs = claims.map((claim, at) => ({ claim, place: places[at] ?? claim }));
  for (const [eventId, own] of Map.groupBy(pairs, ({ claim }) => claim.eventId)) {
    const there = own.filter(({ place }) => isOnSale(sales, { ...place, eventId }));
    const seats = there.map(({ place: { seatCode, zone }, claim: { holdId } }) => {
      return { seatCode, zone, holdId, expiresAt: null };
    });
    const made = await insertSeats(trx, { eventId, seats, ...order, state: 'sold' });
    const free = new Set(made.map(({ seatCode }) => seatCode));
    lost.push(...own.flatMap((pair) => (free.has(pair.place.seatCode) ? [] : pair.claim)));
    const changes = changesOf([{ eventId, quantity: free.size }], { sold: 1 });
    if (await moveCounters(trx, { changes, capacityOf })) return own.map((pair) => pair.claim);
  }
  return lost;
}

/** @returns the claims whose places are not to be had */
async function takeCounts(
  trx: Transaction,
  { order, sales, claims }: Taking & { claims: readonly CounterClaim[] },
): Promise<CounterClaim[]> {
  const capacityOf = capacityIn(sales);
  const lost: CounterClaim[] = [];
  for (const claim of claims) {
    if (await moveCounters(trx, { changes: changesOf([claim], { sold: 1 }), capacityOf })) lost.push(claim);
    else await insertCounts(trx, [{ ...claim, ...order, state: 'sold', expiresAt: null }]);
  }
  return lost;
}

/** For each claim a free place of its zone: its own where it is there and free, else the next best; undefined when there are too few. */
async function replacements(
  trx: Transaction,
  { claims, sales }: { claims: readonly SeatClaim[]; sales: Sales },
): Promise<Place[] | undefined> {
  const chosen = new Map<SeatClaim, Place>();
  for (const [eventId, own] of Map.groupBy(claims, (claim) => claim.eventId)) {
    const plan = sales.get(eventId)?.plan;
    const gone = own.filter((claim) => !isOnSale(sales, claim)).map(({ seatCode }) => seatCode);
    const taken = new Set([...(await claimedSeats(trx, eventId)), ...gone]);
    const places = plan && nextBest({ plan, taken, wanted: own });
    if (!places) return undefined;
    own.forEach((claim, at) => chosen.set(claim, places[at] ?? claim));
  }
  return claims.map((claim) => chosen.get(claim) ?? claim);
}

function movesOf(claims: readonly SeatClaim[], places: readonly Place[]): Moved[] {
  return claims.flatMap(({ eventId, seatCode: from, zone }, at) => {
    const to = places[at]?.seatCode ?? from;
    return to === from ? [] : [{ eventId, from, to, zone }];
  });
}

function lostOf({ seats, counts }: Claims): Lost[] {
  const events = new Set([...seats, ...counts].map(({ eventId }) => eventId));
  return [...events].sort().map((eventId) => ({
    eventId,
    seatCodes: seats.filter((seat) => seat.eventId === eventId).map(({ seatCode }) => seatCode),
    quantities: quantitiesOf(counts.filter((count) => count.eventId === eventId)),
  }));
}

function quantitiesOf(counts: readonly CounterClaim[]): Record<string, number> {
  const sums = Map.groupBy(counts, ({ ticketTypeId }) => ticketTypeId);
  return Object.fromEntries(
    [...sums].map(([type, claims]) => [type, claims.reduce((sum, { quantity }) => sum + quantity, 0)]),
  );
}
