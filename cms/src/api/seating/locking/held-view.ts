import { commonErrors, type Transaction } from '@gangway/kit';
import type { Departure } from '../../catalog/domain/departure.ts';
import { byType, byTypeAndZone } from '../domain/held-counts.ts';
import { readHolds } from '../places.ts';
import type { Buyer, Locked } from './lock-together.ts';

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
  return viewOf({ ...held, seats: held.seats.map(({ seatCode }) => seatCode) });
}

export function viewOf({ holdId, expiresAt, seats, counts: claimed }: Omit<Locked, 'added'>) {
  const counts = byTypeAndZone(claimed);
  return { holdId, expiresAt: expiresAt.toISOString(), seats, quantities: byType(counts), counts };
}
