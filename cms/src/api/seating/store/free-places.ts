import type { Transaction } from '@gangway/kit';
import { changesOf, type Counted } from '../domain/pools.ts';
import { tellChanges } from './changes.ts';
import { type CounterClaim, liveCounts, releaseClaims, releaseCount, splitCount } from './claims.ts';
import { moveCounters } from './counters.ts';

/** Sold places of one departure: a seat, or so many of a ticket type, of one zone where `zone` is given. */
export type SoldPlaces = {
  eventId: string;
  seatCode?: string;
  ticketTypeId?: string;
  zone?: string | null;
  quantity?: number;
};

type Freeing = { orderId: string; places: readonly SoldPlaces[]; now: Date };

const reason = 'refunded';

/** Sold places become free; what the order has not sold is passed over. */
export async function freePlaces(trx: Transaction, { orderId, places, now }: Freeing): Promise<void> {
  const freed = [
    ...(await freeSeats(trx, { orderId, places, now })),
    ...(await freeCounts(trx, { orderId, places, now })),
  ];
  await moveCounters(trx, { changes: changesOf(freed, { sold: -1 }) });
  await tellChanges(
    trx,
    freed.map(({ eventId }) => eventId),
  );
}

async function freeSeats(trx: Transaction, { orderId, places, now }: Freeing): Promise<Counted[]> {
  const byEvent = Map.groupBy(places, ({ eventId }) => eventId);
  const freed: Counted[] = [];
  for (const [eventId, own] of [...byEvent].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const seatCodes = own.flatMap(({ seatCode }) => seatCode ?? []);
    const selection = { orderId, eventIds: [eventId], seatCodes, state: 'sold' as const };
    freed.push(...(await releaseClaims(trx, { selection, reason, now })).seats);
  }
  return freed;
}

async function freeCounts(trx: Transaction, { orderId, places, now }: Freeing): Promise<Counted[]> {
  const claims = await liveCounts(trx, { orderId, state: 'sold' });
  const freed: Counted[] = [];
  for (const place of places.filter(({ ticketTypeId }) => ticketTypeId)) {
    const own = claims.filter((claim) => isOf(claim, place));
    freed.push(...(await giveBack(trx, { claims: own, quantity: place.quantity ?? 1, reason, now })));
  }
  return freed;
}

function isOf(claim: CounterClaim, { eventId, ticketTypeId, zone }: SoldPlaces): boolean {
  const same = claim.eventId === eventId && claim.ticketTypeId === ticketTypeId;
  return same && (zone === undefined || claim.zone === zone);
}

type GivingBack = { claims: readonly CounterClaim[]; quantity: number; reason: string; now: Date };

/** Ends so many places of these claims, the first claim first, and counts down what they have left. */
export async function giveBack(trx: Transaction, work: GivingBack): Promise<Counted[]> {
  const freed: Counted[] = [];
  for (const claim of work.claims) {
    const wanted = work.quantity - freed.reduce((sum, { quantity = 0 }) => sum + quantity, 0);
    const quantity = Math.min(wanted, claim.quantity);
    if (quantity <= 0) continue;
    const part = { claim, quantity, reason: work.reason, now: work.now };
    await (quantity === claim.quantity ? releaseCount(trx, part) : splitCount(trx, part));
    claim.quantity -= quantity;
    freed.push({ ...claim, quantity });
  }
  return freed;
}
