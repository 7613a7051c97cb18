import { isAppError, newId, type Transaction } from '@gangway/kit';
import type { Departure } from '../../catalog/domain/departure.ts';
import type { TypeCount } from '../domain/held-counts.ts';
import { type Term, termFrom } from '../domain/hold-terms.ts';
import type { Change } from '../domain/pools.ts';
import { type Choose, heldBy, type Share, shareOut } from '../domain/share-out.ts';
import { poolCapacity, type Wanted } from '../domain/wanted-places.ts';
import { seatingErrors } from '../errors.ts';
import { freed as ended, standing, tellChanges } from '../store/changes.ts';
import { type Claims, insertCounts, insertSeats, type NewCount, type NewSeat } from '../store/claims.ts';
import { moveCounters } from '../store/counters.ts';
import { isCurrent } from '../store/event-facts.ts';
import { activeHoldsOn, type HoldRow, insertHolds } from '../store/holds.ts';
import { livePlaces } from '../store/live-places.ts';
import { attempt, isRefused, type Refused } from '../store/savepoint.ts';
import { type Held, readStock, type StockRead } from '../store/stock.ts';
import { staleCatalogue } from './stale-catalogue.ts';

export type Buyer = { sessionHash: string; customerId?: string | undefined };

/** One request for places; `picks`: it takes what is free, instead of places that it names. */
export type Ask = { buyer: Buyer; choose: Choose; picks?: boolean };

/** What the session holds now, and what of it is new. */
export type Locked = {
  holdId: string;
  expiresAt: Date;
  added: Wanted;
  seats: string[];
  counts: TypeCount[];
};

export type LockAnswer = { locked: Locked } | Exclude<Share, { added: Wanted }>;

type Together = {
  departure: Departure;
  /** No buyer twice. Whoever calls holds the turns of all of them, and of the departure. */
  asks: readonly Ask[];
  now: Date;
  /** What was dead on the departure and has been freed in this transaction: its counters are moved here. */
  freed?: { claims: Claims; changes: Change[] };
  /** Whether a place is taken as memory has it, to choose by; without it the database is asked. */
  isRemembered?: (seatCode: string) => boolean;
};

const tries = 3;

/**
 * Shares out the places of one departure among requests, in their order, with one statement for each table.
 * What comes of one is nothing to the others. Nothing is written for those that are refused.
 */
export async function lockTogether(trx: Transaction, work: Together): Promise<LockAnswer[]> {
  // Sent together, carried out in this order.
  const [isSame, holds, first] = await Promise.all([
    isCurrent(trx, work.departure),
    holdsOf(trx, work),
    lookAtStock(trx, { ...work, contested: [] }),
  ]);
  if (!isSame) throw staleCatalogue(work.departure);
  const desk = { ...work, holds, contested: new Set<string>() };
  for (let [left, read] = [tries, first]; left > 0; left -= 1) {
    const shared = await share(trx, desk, read);
    const written = await attempt<LockAnswer[], string[]>(trx, () => write(trx, desk, shared));
    if (!isRefused<string[]>(written)) return written;
    // Another process was faster: look again.
    written.refused.forEach((seatCode) => desk.contested.add(seatCode));
    read = await lookAtStock(trx, desk);
  }
  return work.asks.map(() => ({ refused: seatingErrors.SOLD_OUT(), passing: true }));
}

type Desk = Together & { holds: Map<string, HoldRow>; contested: Set<string> };
type Shared = { shares: Share[]; held: Held[] };

async function holdsOf(trx: Transaction, { departure, asks }: Together): Promise<Map<string, HoldRow>> {
  const sessionHashes = asks.map(({ buyer }) => buyer.sessionHash);
  const rows = await activeHoldsOn(trx, { eventId: departure.id, sessionHashes });
  return new Map(rows.map((row) => [row.sessionHash, row]));
}

type Sharing = (isRemembered: (seatCode: string) => boolean) => Share[];

type Looking = Pick<Together, 'departure' | 'asks' | 'now'> & { contested: Iterable<string> };

function lookAtStock(trx: Transaction, { departure, asks, now, contested }: Looking): Promise<StockRead> {
  const seatCodes = [...new Set([...asks.flatMap(namedSeats), ...contested])];
  const buyers = asks.map(({ buyer }) => buyer);
  return readStock(trx, { eventId: departure.id, now, buyers, seatCodes });
}

/** Memory may be late: nobody who picks is refused by it, the database is asked first. */
async function share(trx: Transaction, desk: Desk, read: StockRead): Promise<Shared> {
  const { asks, isRemembered } = desk;
  const sharing = sharingOf(desk, read);
  const { held } = read;
  if (!asks.some(({ picks }) => picks)) return { shares: sharing(() => false), held };
  const quick = isRemembered && sharing(isRemembered);
  const isRefusedBy = (shares: Share[]) => asks.some(({ picks }, at) => picks && !isGiven(shares[at]));
  if (quick && !isRefusedBy(quick)) return { shares: quick, held };
  return { shares: sharing(await takenNow(trx, desk)), held };
}

const isGiven = (share: Share | undefined): share is { added: Wanted } =>
  share !== undefined && 'added' in share;

function sharingOf(desk: Desk, { held, stock }: StockRead): Sharing {
  const { departure, asks, now, holds, contested } = desk;
  const asking = asks.map(({ buyer, choose }, at) => ({
    choose,
    standing: { ...(held[at] as Held), hold: holds.get(buyer.sessionHash) },
  }));
  const used = usedWithout(stock.used, desk.freed?.changes ?? []);
  const rest = { ...stock, used, capacityOf: (pool: string) => poolCapacity(departure, pool) };
  const skip = contested.size === 0 ? 0 : Math.floor(Math.random() * 2 * contested.size);
  return (isRemembered) =>
    shareOut({ eventId: departure.id, now, skip, asks: asking, stock: { ...rest, isRemembered } });
}

/** Freed places count already, though their counters move with those that are given. */
function usedWithout(used: ReadonlyMap<string, number>, freed: readonly Change[]): Map<string, number> {
  const after = new Map(used);
  for (const { pool, held, sold } of freed) after.set(pool, (after.get(pool) ?? 0) + held + sold);
  return after;
}

/** Codes that a request names; what is wrong with it is said when places are shared out. */
function namedSeats({ choose, picks }: Ask): string[] {
  if (picks) return [];
  try {
    return choose(() => false, 0).seats.map(({ seatCode }) => seatCode);
  } catch (error) {
    if (!isAppError(error)) throw error;
    return [];
  }
}

async function takenNow(trx: Transaction, { departure, now }: Desk): Promise<(seatCode: string) => boolean> {
  const { seats } = await livePlaces(trx, { eventId: departure.id, now });
  const taken = new Set(seats.map(({ seatCode }) => seatCode));
  return (seatCode) => taken.has(seatCode);
}

type Granted = {
  buyer: Buyer;
  share: { added: Wanted };
  held: Held;
  holdId: string;
  term: Term;
  isNew: boolean;
};

/** @returns the places that somebody else has taken meanwhile; then nothing is written */
async function write(
  trx: Transaction,
  desk: Desk,
  shared: Shared,
): Promise<LockAnswer[] | Refused<string[]>> {
  const granted = desk.asks.map((ask, at) =>
    grantedTo(desk, ask, { share: shared.shares[at], held: shared.held[at] }),
  );
  const lost = await claim(
    trx,
    desk,
    granted.filter((one) => one !== undefined),
  );
  if (lost) return { refused: lost };
  return granted.map((one, at) => (one ? { locked: lockedBy(one) } : (shared.shares[at] as LockAnswer)));
}

type Its = { share: Share | undefined; held: Held | undefined };

function grantedTo({ holds, now }: Desk, { buyer }: Ask, { share, held }: Its): Granted | undefined {
  if (!isGiven(share) || !held) return undefined;
  const hold = holds.get(buyer.sessionHash);
  return { buyer, share, held, holdId: hold?.id ?? newId(), term: hold ?? termFrom(now), isNew: !hold };
}

async function claim(
  trx: Transaction,
  desk: Desk,
  granted: readonly Granted[],
): Promise<string[] | undefined> {
  if (granted.length === 0) return undefined;
  await openHolds(trx, desk, granted);
  const { now, freed } = desk;
  const eventId = desk.departure.id;
  const wanted = granted.flatMap(newSeats);
  const wantedCounts = granted.flatMap((one) => newCounts(one, { eventId, now }));
  const gained = granted.flatMap(({ share }) => heldBy({ eventId, added: share.added }));
  const capacityOf = ({ pool }: { pool: string }) => poolCapacity(desk.departure, pool);
  // Sent together, carried out in this order; whoever calls undoes all of it when a part does not fit.
  const [seats, counts, unfit] = await Promise.all([
    insertSeats(trx, { eventId, seats: wanted, state: 'held', now }),
    insertCounts(trx, wantedCounts),
    moveCounters(trx, { changes: [...(freed?.changes ?? []), ...gained], capacityOf }),
  ]);
  if (seats.length < wanted.length) return missing(wanted, seats);
  if (unfit) return [];
  await tellChanges(trx, [...(freed ? ended(freed.claims) : []), ...standing({ seats, counts })]);
  return undefined;
}

const openHolds = (trx: Transaction, { departure, now }: Desk, granted: readonly Granted[]) => {
  const fresh = granted.filter(({ isNew }) => isNew);
  const holds = fresh.map(({ holdId: id, buyer, term }) => ({
    ...{ id, eventId: departure.id, now },
    ...buyer,
    ...term,
  }));
  return insertHolds(trx, holds);
};

const missing = (
  wanted: readonly { seatCode: string }[],
  made: readonly { seatCode: string }[],
): string[] => {
  const mine = new Set(made.map(({ seatCode }) => seatCode));
  return wanted.flatMap(({ seatCode }) => (mine.has(seatCode) ? [] : seatCode));
};

const newSeats = ({ share, holdId, term: { expiresAt } }: Granted): NewSeat[] =>
  share.added.seats.map((seat) => ({ ...seat, holdId, expiresAt }));

const newCounts = (
  { share, holdId, term: { expiresAt } }: Granted,
  at: { eventId: string; now: Date },
): NewCount[] => share.added.counts.map((count) => ({ ...at, ...count, holdId, expiresAt, state: 'held' }));

function lockedBy({ share: { added }, held, holdId, term: { expiresAt } }: Granted): Locked {
  const seats = [...held.seats, ...added.seats.map(({ seatCode }) => seatCode)].sort();
  return { holdId, expiresAt, added, seats, counts: [...held.counts, ...added.counts] };
}
