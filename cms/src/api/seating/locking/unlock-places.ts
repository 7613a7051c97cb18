import type { Transaction } from '@gangway/kit';
import type { LetGo, LetGoCount } from '../domain/held-counts.ts';
import type { PlacesChange } from '../domain/place-changes.ts';
import { type Change, changesOf } from '../domain/pools.ts';
import { freed, tellChanges } from '../store/changes.ts';
import { liveCounts, liveSeats, releaseClaims } from '../store/claims.ts';
import { moveCounters } from '../store/counters.ts';
import { giveBack, type GivenBack, whatIsLeft } from '../store/free-places.ts';
import { activeHolds, type HoldRow, markReleased } from '../store/holds.ts';
import { sessionTurn } from '../store/turns.ts';
import type { Buyer } from './lock-together.ts';

export type Unlocking = { eventId: string; letGo: LetGo; buyer: Buyer; now: Date };

const reason = 'unlocked';

/**
 * Gives back what the session itself holds on the departure: the seats and counts that are named, or everything when
 * nothing is. What it does not hold is passed over; ordered places stay.
 */
export async function unlockPlaces(trx: Transaction, unlocking: Unlocking): Promise<void> {
  const { eventId, buyer, now } = unlocking;
  await sessionTurn(trx, buyer);
  const [hold] = await activeHolds(trx, { ...buyer, eventId });
  if (!hold || hold.expiresAt <= now) return;
  const { changes, told } = await free(trx, { ...unlocking, hold });
  await endIfEmpty(trx, hold, now);
  await moveCounters(trx, { changes });
  await tellChanges(trx, told);
}

/** Everything that an active hold has, as when its supplier refuses it. */
export async function releaseHold(
  trx: Transaction,
  { holdId, reason: why, now }: { holdId: string; reason: string; now: Date },
): Promise<void> {
  const ended = await releaseClaims(trx, { selection: { holdIds: [holdId] }, reason: why, now });
  await markReleased(trx, { holdIds: [holdId], reason: why, now });
  await moveCounters(trx, { changes: changesOf([...ended.seats, ...ended.counts], { held: -1 }) });
  await tellChanges(trx, freed(ended));
}

type Freeing = Unlocking & { hold: HoldRow };

type Freed = { changes: Change[]; told: PlacesChange[] };

async function free(trx: Transaction, { letGo, hold, now }: Freeing): Promise<Freed> {
  const { seats: seatCodes, counts } = letGo;
  const holdIds = [hold.id];
  const selection = seatCodes || counts ? { holdIds, seatCodes: seatCodes ?? [] } : { holdIds };
  const ended = await releaseClaims(trx, { selection, reason, now });
  const given = counts ? await freeCounts(trx, { hold, counts, now }) : [];
  const all = [...ended.seats, ...ended.counts, ...given];
  return { changes: changesOf(all, { held: -1 }), told: [...freed(ended), ...whatIsLeft(given)] };
}

type FreeingCounts = { hold: HoldRow; counts: readonly LetGoCount[]; now: Date };

async function freeCounts(trx: Transaction, { hold, counts, now }: FreeingCounts): Promise<GivenBack[]> {
  const live = await liveCounts(trx, { holdIds: [hold.id] });
  const given: GivenBack[] = [];
  for (const { ticketTypeId, zone, quantity } of counts) {
    const claims = live.filter(
      (claim) => claim.ticketTypeId === ticketTypeId && (zone === undefined || claim.zone === zone),
    );
    given.push(...(await giveBack(trx, { claims, quantity, reason, now })));
  }
  return given;
}

async function endIfEmpty(trx: Transaction, { id }: HoldRow, now: Date): Promise<void> {
  const selection = { holdIds: [id] };
  const left = (await liveSeats(trx, selection)).length + (await liveCounts(trx, selection)).length;
  if (left === 0) await markReleased(trx, { holdIds: [id], reason, now });
}
