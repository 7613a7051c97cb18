import type { Transaction } from '@gangway/kit';
import { changesOf, type Counted } from '../domain/pools.ts';
import type { Asked } from '../domain/wanted-places.ts';
import { tellChanges } from '../store/changes.ts';
import { liveCounts, liveSeats, releaseClaims } from '../store/claims.ts';
import { moveCounters } from '../store/counters.ts';
import { giveBack } from '../store/free-places.ts';
import { activeHolds, type HoldRow, markReleased } from '../store/holds.ts';
import { sessionTurn } from '../store/turns.ts';
import type { Buyer } from './lock-places.ts';

export type Unlocking = { eventId: string; asked: Asked; buyer: Buyer; now: Date };

const reason = 'unlocked';

/**
 * Gives back what the session itself holds on the departure: the seats and quantities asked for, or everything when
 * it asks for nothing in particular. What it does not hold is passed over; ordered places stay.
 */
export async function unlockPlaces(trx: Transaction, unlocking: Unlocking): Promise<void> {
  const { eventId, buyer, now } = unlocking;
  await sessionTurn(trx, buyer);
  const [hold] = await activeHolds(trx, { ...buyer, eventId });
  if (!hold || hold.expiresAt <= now) return;
  const freed = await free(trx, { ...unlocking, hold });
  await endIfEmpty(trx, hold, now);
  await moveCounters(trx, { changes: changesOf(freed, { held: -1 }) });
  if (freed.length > 0) await tellChanges(trx, [eventId]);
}

/** Everything that an active hold has, as when its supplier refuses it. */
export async function releaseHold(
  trx: Transaction,
  { holdId, reason: why, now }: { holdId: string; reason: string; now: Date },
): Promise<void> {
  const { seats, counts } = await releaseClaims(trx, { selection: { holdIds: [holdId] }, reason: why, now });
  const freed = [...seats, ...counts];
  await markReleased(trx, { holdIds: [holdId], reason: why, now });
  await moveCounters(trx, { changes: changesOf(freed, { held: -1 }) });
  await tellChanges(
    trx,
    freed.map(({ eventId }) => eventId),
  );
}

type Freeing = Unlocking & { hold: HoldRow };

async function free(trx: Transaction, { asked, hold, now }: Freeing): Promise<Counted[]> {
  const { seats: seatCodes, quantities } = asked;
  const holdIds = [hold.id];
  if (!seatCodes && !quantities) {
    const { seats, counts } = await releaseClaims(trx, { selection: { holdIds }, reason, now });
    return [...seats, ...counts];
  }
  const selection = { holdIds, seatCodes: seatCodes ?? [] };
  const { seats } = await releaseClaims(trx, { selection, reason, now });
  return [...seats, ...(await freeCounts(trx, { hold, quantities: quantities ?? {}, now }))];
}

async function freeCounts(
  trx: Transaction,
  { hold, quantities, now }: { hold: HoldRow; quantities: Readonly<Record<string, number>>; now: Date },
): Promise<Counted[]> {
  const live = await liveCounts(trx, { holdIds: [hold.id] });
  const freed: Counted[] = [];
  for (const [ticketTypeId, quantity] of Object.entries(quantities)) {
    const claims = live.filter((claim) => claim.ticketTypeId === ticketTypeId);
    freed.push(...(await giveBack(trx, { claims, quantity, reason, now })));
  }
  return freed;
}

async function endIfEmpty(trx: Transaction, { id }: HoldRow, now: Date): Promise<void> {
  const selection = { holdIds: [id] };
  const left = (await liveSeats(trx, selection)).length + (await liveCounts(trx, selection)).length;
  if (left === 0) await markReleased(trx, { holdIds: [id], reason, now });
}
