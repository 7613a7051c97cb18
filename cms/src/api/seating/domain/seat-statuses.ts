import type { SeatStatus } from '../contract/event-seats.ts';

/** A claim of a place that counts at the moment; `own`: the asking session holds it and may let it go. */
export type Claimed = { state: 'held' | 'sold' | 'blocked'; own?: boolean };

/** The public word for a numbered place. What cannot be bought because the departure is full is sold. */
export function wordOf(claim: Claimed | undefined, isFull: boolean): SeatStatus {
  if (!claim) return isFull ? 'sold' : 'free';
  if (claim.state !== 'held') return 'sold';
  return claim.own ? 'selected' : 'reserved';
}
