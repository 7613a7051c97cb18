import type { Transaction } from '@gangway/kit';
import { changesOf } from '../domain/pools.ts';
import { freed, standing, tellChanges } from './changes.ts';
import {
  type CounterClaim,
  liveCounts,
  releaseClaims,
  releaseCount,
  type SeatClaim,
  splitCount,
} from './claims.ts';
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
  const seats = await freeSeats(trx, { orderId, places, now });
  const counts = await freeCounts(trx, { orderId, places, now });
  await moveCounters(trx, { changes: changesOf([...seats, ...counts], { sold: -1 }) });
  await tellChanges(trx, [...freed({ seats, counts: [] }), ...whatIsLeft(counts)]);
}

async function freeSeats(trx: Transaction, { orderId, places, now }: Freeing): Promise<SeatClaim[]> {
  const byEvent = Map.groupBy(places, ({ eventId }) => eventId);
  const ended: SeatClaim[] = [];
  for (const [eventId, own] of [...byEvent].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const seatCodes = own.flatMap(({ seatCode }) => seatCode ?? []);
    const selection = { orderId, eventIds: [eventId], seatCodes, state: 'sold' as const };
    ended.push(...(await releaseClaims(trx, { selection, reason, now })).seats);
  }
  return ended;
}

async function freeCounts(trx: Transaction, { orderId, places, now }: Freeing): Promise<GivenBack[]> {
  const claims = await liveCounts(trx, { orderId, state: 'sold' });
  const given: GivenBack[] = [];
  for (const place of places.filter(({ ticketTypeId }) => ticketTypeId)) {
    const own = claims.filter((claim) => isOf(claim, place));
    given.push(...(await giveBack(trx, { claims: own, quantity: place.quantity ?? 1, reason, now })));
  }
  return given;
}

function isOf(claim: CounterClaim, { eventId, ticketTypeId, zone }: SoldPlaces): boolean {
  const same = claim.eventId === eventId && claim.ticketTypeId === ticketTypeId;
  return same && (zone === undefined || claim.zone === zone);
}

type GivingBack = { claims: readonly CounterClaim[]; quantity: number; reason: string; now: Date };

/** A claim of which `quantity` places were given back and `left` are still taken. */
export type GivenBack = CounterClaim & { left: number };

/** Ends so many places of these claims, the first claim first, and counts down what they have left. */
export async function giveBack(trx: Transaction, work: GivingBack): Promise<GivenBack[]> {
  const given: GivenBack[] = [];
  for (const claim of work.claims) {
    const wanted = work.quantity - given.reduce((sum, { quantity }) => sum + quantity, 0);
    const quantity = Math.min(wanted, claim.quantity);
    if (quantity <= 0) continue;
    const part = { claim, quantity, reason: work.reason, now: work.now };
    await (quantity === claim.quantity ? releaseCount(trx, part) : splitCount(trx, part));
    claim.quantity -= quantity;
    given.push({ ...claim, quantity, left: claim.quantity });
  }
  return given;
}

/** What maps are told of it. */
export const whatIsLeft = (given: readonly GivenBack[]) =>
  standing({ seats: [], counts: given.map((claim) => ({ ...claim, quantity: claim.left })) });
