import type { SeatStatus } from '../contract/event-seats.ts';
import type { Geometry } from './geometry.ts';
import { planSeats } from './whole-tables.ts';

/** A claim of a place that counts at the moment; `own`: the asking session holds it and may let it go. */
export type Claimed = { seatCode: string; state: 'held' | 'sold' | 'blocked'; own?: boolean };

type Source = { plan: Geometry | undefined; claims: readonly Claimed[]; isFull: boolean };

/** Every numbered place of the plan with its public word. What cannot be bought because the departure is full is sold. */
export function seatStatuses({ plan, claims, isFull }: Source): { seatCode: string; status: SeatStatus }[] {
  if (!plan) return [];
  const words = new Map(claims.map((claim) => [claim.seatCode, wordOf(claim)]));
  const rest = isFull ? 'sold' : 'free';
  return [...planSeats(plan).keys()].map((seatCode) => ({ seatCode, status: words.get(seatCode) ?? rest }));
}

function wordOf({ state, own = false }: Claimed): SeatStatus {
  if (state !== 'held') return 'sold';
  return own ? 'selected' : 'reserved';
}
