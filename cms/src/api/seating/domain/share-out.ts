import { type AppError, isAppError } from '@gangway/kit';
import { seatingErrors } from '../errors.ts';
import { holdTerms } from './hold-terms.ts';
import { changesOf, merged } from './pools.ts';
import type { Wanted, WantedCount } from './wanted-places.ts';

/**
 * Says what is wanted, once it knows what is not free; throws what the buyer is to hear instead. Who picks passes over
 * `skip` good choices where there are so many: then processes do not run after the same ones.
 */
export type Choose = (isTaken: (seatCode: string) => boolean, skip: number) => Wanted;

/** What a buyer has already: `seats` of the hold that can still grow, and how much in all that is not paid for. */
export type Standing = {
  hold?: { expiresAt: Date } | undefined;
  seats: ReadonlySet<string>;
  places: number;
  companions: number;
  openHolds: number;
};

/** What is known of a departure at one moment of the database. */
export type Stock = {
  /** Claimed places among those that are asked for; `dead` when the claim has expired and nobody has freed it yet. */
  claimed: ReadonlyMap<string, 'lives' | 'dead'>;
  /** Whether a place is claimed as far as memory goes: enough to choose by, not to refuse by. */
  isRemembered: (seatCode: string) => boolean;
  capacityOf: (pool: string) => number;
  /** Held and sold by pool. */
  used: ReadonlyMap<string, number>;
  hasDead: boolean;
};

/** What a request gets on top of what the buyer has, or why it gets nothing; `passing` when what is in its way is dead. */
export type Share = { added: Wanted } | { refused: AppError; passing: boolean };

type Asking = { choose: Choose; standing: Standing };
type Desk = { eventId: string; stock: Stock; now: Date; skip: number; given: Given };
type Given = { seats: Set<string>; pools: Map<string, number> };

/**
 * Shares out places among requests in the order in which they came, each all or nothing: the answers are those that
 * they would get one after the other.
 */
export function shareOut({ asks, ...desk }: Omit<Desk, 'given'> & { asks: readonly Asking[] }): Share[] {
  const given = { seats: new Set<string>(), pools: new Map<string, number>() };
  return asks.map((ask) => shareOf(ask, { ...desk, given }));
}

function shareOf({ choose, standing }: Asking, desk: Desk): Share {
  const { stock, now, skip } = desk;
  if (standing.hold && standing.hold.expiresAt <= now)
    return { refused: seatingErrors.SOLD_OUT(), passing: true };
  try {
    const added = newPlaces(choose(unfree(desk, standing), skip), standing);
    refuseTooMuch(added, standing);
    return takenSeats(added, desk) ?? give(added, desk);
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { refused: error, passing: error.code === 'SOLD_OUT' && stock.hasDead };
  }
}

/** What has died is open to choose: whoever wants it frees it first. */
const unfree =
  ({ stock, given }: Desk, { seats }: Standing) =>
  (seatCode: string): boolean =>
    given.seats.has(seatCode) ||
    seats.has(seatCode) ||
    stock.claimed.get(seatCode) === 'lives' ||
    (!stock.claimed.has(seatCode) && stock.isRemembered(seatCode));

/** Places that the buyer holds already count as locked. */
function newPlaces({ seats, counts }: Wanted, own: Standing): Wanted {
  return { seats: seats.filter(({ seatCode }) => !own.seats.has(seatCode)), counts };
}

function refuseTooMuch({ seats, counts }: Wanted, own: Standing): void {
  const limit = holdTerms.places;
  const places = own.places + seats.length + sumOf(counts, true);
  if (places > limit || own.companions + sumOf(counts, false) > limit)
    throw seatingErrors.TOO_MANY_PLACES({ limit, held: own.places });
  if (own.openHolds >= holdTerms.openHolds)
    throw seatingErrors.TOO_MANY_HOLDS({ limit: holdTerms.openHolds });
}

const sumOf = (counts: readonly WantedCount[], takesPlace: boolean) =>
  counts.reduce((sum, count) => (count.takesPlace === takesPlace ? sum + count.quantity : sum), 0);

function takenSeats({ seats }: Wanted, { stock, given }: Desk): Share | undefined {
  const codes = seats.map(({ seatCode }) => seatCode);
  const gone = codes.filter((code) => stock.claimed.has(code) || given.seats.has(code));
  if (gone.length === 0) return undefined;
  const living = gone.filter((code) => stock.claimed.get(code) !== 'dead' || given.seats.has(code));
  const isPassing = living.length === 0;
  return { refused: seatingErrors.SEAT_TAKEN({ seats: isPassing ? gone : living }), passing: isPassing };
}

/** @throws SOLD_OUT */
function give(added: Wanted, { eventId, stock, given }: Desk): Share {
  const changes = merged(heldBy({ eventId, added }));
  for (const { pool, held } of changes) {
    const left = stock.capacityOf(pool) - (stock.used.get(pool) ?? 0) - (given.pools.get(pool) ?? 0);
    if (held > left) throw seatingErrors.SOLD_OUT(leftIn(pool, left));
  }
  for (const { pool, held } of changes) given.pools.set(pool, (given.pools.get(pool) ?? 0) + held);
  for (const { seatCode } of added.seats) given.seats.add(seatCode);
  return { added };
}

/** What counters gain by these places. */
export function heldBy({ eventId, added }: { eventId: string; added: Wanted }) {
  const gained = [
    ...added.seats.map(() => ({ eventId })),
    ...added.counts.map((count) => ({ eventId, ...count })),
  ];
  return changesOf(gained, { held: 1 });
}

function leftIn(pool: string, places: number) {
  const left = Math.max(0, places);
  return pool.startsWith('zone:') ? { left, zone: pool.slice('zone:'.length) } : { left };
}
