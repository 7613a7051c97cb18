import { hashToken, requireOpen, type Transaction } from '@gangway/kit';
import { byType } from './domain/held-counts.ts';
import { prolonged } from './domain/hold-terms.ts';
import type { PlacesChange } from './domain/place-changes.ts';
import { changesOf } from './domain/pools.ts';
import { freed, standing, tellChanges } from './store/changes.ts';
import { assignToOrder, liveCounts, liveSeats, moveClaimsExpiry, releaseClaims } from './store/claims.ts';
import { moveCounters } from './store/counters.ts';
import { freePlaces, type SoldPlaces } from './store/free-places.ts';
import {
  activeHolds,
  type HoldRow,
  holdsOfOrder,
  markOrdered,
  markReleased,
  moveExpiry,
} from './store/holds.ts';
import { type Lost, type Moved, sellNextBestOf, sellOrder } from './store/sell.ts';

export type { Lost, Moved, SoldPlaces };

/** Places without a number, by type and zone; `zone` is null where the departure has no zones. */
export type HeldCount = { ticketTypeId: string; zone: string | null; quantity: number; takesPlace: boolean };

/** What a session holds on one departure. `quantities` are `counts` summed by ticket type. */
export type HeldPlaces = {
  holdId: string;
  eventId: string;
  expiresAt: Date;
  /** The most to which `extendOrder` can move `expiresAt`. */
  maxExpiresAt: Date;
  seats: { seatCode: string; zone: string }[];
  counts: HeldCount[];
  quantities: Record<string, number>;
};

/**
 * The holds of a session that live at `now` and are in no order, rows locked. Unknown, foreign, dead and ordered
 * ones are absent, so the caller compares what it asked for with what it got.
 */
export async function readHolds(
  trx: Transaction,
  { sessionId, holdIds, now }: { sessionId: string; holdIds?: readonly string[]; now: Date },
): Promise<HeldPlaces[]> {
  requireOpen(trx, 'read holds');
  const rows = await activeHolds(trx, { sessionHash: hashToken(sessionId), holdIds });
  return heldPlaces(
    trx,
    rows.filter(({ expiresAt }) => expiresAt > now),
  );
}

/**
 * Puts live holds into an order, in the transaction that writes it.
 * @throws Error when one of them is not active at `now`: read them first, in the same transaction
 */
export async function orderHolds(
  trx: Transaction,
  { holdIds, orderId, now }: { holdIds: readonly string[]; orderId: string; now: Date },
): Promise<void> {
  requireOpen(trx, 'order places');
  const [ordered] = await Promise.all([
    markOrdered(trx, { holdIds, orderId, now }),
    assignToOrder(trx, { holdIds, orderId }),
  ]);
  if (ordered !== new Set(holdIds).size) throw new Error('A hold ended before it was ordered.');
}

/**
 * Prolongs the holds of an order, as the start of a payment does: never shorter, never past the longest life of a
 * hold; what is dead at `now` stays dead.
 * @returns until when all places are held; `until` for an order without places
 */
export async function extendOrder(
  trx: Transaction,
  { orderId, until, now }: { orderId: string; until: Date; now: Date },
): Promise<Date> {
  requireOpen(trx, 'prolong a hold');
  const ends: Date[] = [];
  const told: PlacesChange[] = [];
  for (const hold of await holdsOfOrder(trx, orderId)) {
    const expiresAt = endAfter(hold, { until, now });
    if (expiresAt > hold.expiresAt) told.push(...(await moveHold(trx, { hold, expiresAt })));
    ends.push(expiresAt);
  }
  await tellChanges(trx, told);
  return new Date(Math.min(...ends.map(Number), ends.length === 0 ? until.getTime() : Infinity));
}

function endAfter(hold: HoldRow, { until, now }: { until: Date; now: Date }): Date {
  const isDead = hold.state === 'released' || hold.expiresAt <= now;
  return isDead ? hold.expiresAt : prolonged(hold, until);
}

async function moveHold(
  trx: Transaction,
  { hold, expiresAt }: { hold: HoldRow; expiresAt: Date },
): Promise<PlacesChange[]> {
  const [, claims] = await Promise.all([
    moveExpiry(trx, { holdId: hold.id, expiresAt }),
    moveClaimsExpiry(trx, { holdId: hold.id, expiresAt }),
  ]);
  return standing(claims);
}

/**
 * Sells the places of an order, all or none. Places that expired and are still free are taken again; `lost` are
 * those that somebody else has, and then nothing has changed. A second call sells nothing twice.
 */
export function sellPlaces(
  trx: Transaction,
  { orderId, now }: { orderId: string; now: Date },
): Promise<{ sold: true } | { sold: false; lost: Lost[] }> {
  requireOpen(trx, 'sell places');
  return sellOrder(trx, { orderId, now });
}

/**
 * For a payment that came late: like `sellPlaces`, and numbered places that are lost are replaced by the next best
 * free ones of the same zone.
 * @returns which seat became which; undefined when it cannot be done, and then nothing has changed
 */
export function sellNextBest(
  trx: Transaction,
  { orderId, now }: { orderId: string; now: Date },
): Promise<{ moved: Moved[] } | undefined> {
  requireOpen(trx, 'sell places');
  return sellNextBestOf(trx, { orderId, now });
}

/** Frees what an order holds and has not paid for; sold places stay sold. `reason` is kept, such as `expired`. */
export async function releaseOrder(
  trx: Transaction,
  { orderId, reason, now }: { orderId: string; reason: string; now: Date },
): Promise<void> {
  requireOpen(trx, 'release places');
  const holds = await holdsOfOrder(trx, orderId);
  const ended = await releaseClaims(trx, { selection: { orderId, state: 'held' }, reason, now });
  await moveCounters(trx, { changes: changesOf([...ended.seats, ...ended.counts], { held: -1 }) });
  if ((await liveSeats(trx, { orderId })).length + (await liveCounts(trx, { orderId })).length === 0)
    await markReleased(trx, { holdIds: holds.map(({ id }) => id), reason, now });
  await tellChanges(trx, freed(ended));
}

/**
 * Frees sold places of an order, as a refund does: a seat by its code, places without a number by ticket type and
 * quantity. Places that the order has not sold are passed over.
 */
export function freeSold(
  trx: Transaction,
  { orderId, places, now }: { orderId: string; places: readonly SoldPlaces[]; now: Date },
): Promise<void> {
  requireOpen(trx, 'free places');
  return freePlaces(trx, { orderId, places, now });
}

async function heldPlaces(trx: Transaction, rows: readonly HoldRow[]): Promise<HeldPlaces[]> {
  const holdIds = rows.map(({ id }) => id);
  const selection = { holdIds, state: 'held' as const };
  const [liveOnes, counted] = await Promise.all([liveSeats(trx, selection), liveCounts(trx, selection)]);
  const seats = Map.groupBy(liveOnes, ({ holdId }) => holdId);
  const counts = Map.groupBy(counted, ({ holdId }) => holdId);
  return rows.map(({ id, eventId, expiresAt, maxExpiresAt }) => ({
    ...{ holdId: id, eventId, expiresAt, maxExpiresAt },
    seats: (seats.get(id) ?? []).map(({ seatCode, zone }) => ({ seatCode, zone })),
    ...countsOf(counts.get(id) ?? []),
  }));
}

function countsOf(claims: readonly HeldCount[]): Pick<HeldPlaces, 'counts' | 'quantities'> {
  const counts = claims.map(({ ticketTypeId, zone, quantity, takesPlace }) => {
    return { ticketTypeId, zone, quantity, takesPlace };
  });
  return { counts, quantities: byType(counts) };
}
