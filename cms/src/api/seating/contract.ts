import type { AnyRoute } from '@gangway/kit';
import { eventSeats } from './contract/event-seats.ts';
import { lockBestAvailable, lockSeats, unlockSeats } from './contract/locking.ts';

export { eventSeats, lockBestAvailable, lockSeats, unlockSeats };

/** Plans are read through a departure: `GET /api/events/:id/seat-layout` of the catalogue. */
export const routes: AnyRoute[] = [eventSeats, lockSeats, unlockSeats, lockBestAvailable];
