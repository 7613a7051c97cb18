import { commonErrors, type Transaction } from '@gangway/kit';
import type { Departure } from '../../catalog/domain/departure.ts';
import { type HeldPlaces, readHolds } from '../places.ts';
import type { Buyer, Locked } from './lock-places.ts';

/** What every lock has in common once the session is known. */
export type Asking = { departure: Departure; buyer: Buyer; now: Date };

export type LockWork = (trx: Transaction, asking: Asking) => Promise<Locked>;

type View = { sessionId: string; holdId: string; now: Date };

/**
 * What the session holds now, as the contract says it.
 * @throws CONFLICT when the hold was ordered or ended meanwhile
 */
export async function heldView(trx: Transaction, { sessionId, holdId, now }: View) {
  const [held] = await readHolds(trx, { sessionId, holdIds: [holdId], now });
  if (!held) throw commonErrors.CONFLICT();
  return viewOf(held);
}

export function viewOf({ holdId, expiresAt, seats, quantities }: HeldPlaces) {
  const seatCodes = seats.map(({ seatCode }) => seatCode);
  return { holdId, expiresAt: expiresAt.toISOString(), seats: seatCodes, quantities };
}
