import { isAppError, type Transaction } from '@gangway/kit';
import { bestAvailable, type Wish } from '../domain/best-available.ts';
import { openSale, type Wanted, wantedPlaces } from '../domain/wanted-places.ts';
import { seatingErrors } from '../errors.ts';
import { livePlaces } from '../store/live-places.ts';
import { inSavepoint } from '../store/savepoint.ts';
import { sessionTurn } from '../store/turns.ts';
import { type Locked, lockPlaces, type Locking } from './lock-places.ts';

const tries = 5;

export type BestLocking = Omit<Locking, 'wanted'> & { wish: Wish };

/**
 * Locks the best free places, so many as were asked for. Where somebody is faster, the next best ones.
 * @throws SOLD_OUT, SALES_CLOSED and what `lockPlaces` throws
 */
export async function lockBest(trx: Transaction, locking: BestLocking): Promise<Locked> {
  // Or another request of the same buyer takes what is chosen here, and that would count as held already.
  await sessionTurn(trx, locking.buyer);
  for (let left = tries; ; left -= 1) {
    const wanted = await chosen(trx, locking);
    try {
      return await inSavepoint(trx, () => lockPlaces(trx, { ...locking, wanted }));
    } catch (error) {
      if (left === 1 || !isAppError(error) || error.code !== 'SEAT_TAKEN') throw error;
    }
  }
}

async function chosen(trx: Transaction, { departure, wish, now }: BestLocking): Promise<Wanted> {
  const { plan, event } = departure;
  if (!plan || event.seating !== 'assigned') return unnumbered({ departure, wish, now });
  openSale(departure, now);
  const { seats } = await livePlaces(trx, { eventId: departure.id, now });
  const taken = new Set(seats.map(({ seatCode }) => seatCode));
  const best = bestAvailable({ ...wish, plan, taken });
  if (!best) throw seatingErrors.SOLD_OUT();
  return wantedPlaces(departure, { seats: best.map(({ seatCode }) => seatCode) }, now);
}

/** Without numbers all places are alike: tickets of the first type that takes one. */
function unnumbered({ departure, wish, now }: Pick<BestLocking, 'departure' | 'wish' | 'now'>): Wanted {
  const prices = openSale(departure, now);
  const first = prices.find(({ ticketType }) => ticketType.occupiesPlace);
  if (!first || wish.accessible) throw seatingErrors.SOLD_OUT();
  const quantities = { [first.ticketType.id]: wish.count };
  return wantedPlaces(departure, { quantities, zone: wish.zone }, now);
}
