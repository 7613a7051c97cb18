import type { Availability } from '../contract/event-item.ts';
import type { EventState } from './catalogue-rows.ts';

export type Places = {
  state: EventState;
  capacity: number;
  /** Held and sold together. */
  taken: number;
  /** Milliseconds; null is from ever. */
  opensAt: number | null;
  closesAt: number;
  hasPrice: boolean;
  now: number;
};

/** What can still be bought, in one word and a number. */
export function availabilityOf(places: Places): Availability {
  if (places.state === 'cancelled') return { left: 0, status: 'cancelled' };
  if (!isOnSale(places)) return { left: 0, status: 'closed' };
  const left = Math.max(0, places.capacity - places.taken);
  if (left === 0) return { left, status: 'sold_out' };
  return { left, status: isFew(left, places.capacity) ? 'few' : 'available' };
}

function isOnSale({ state, opensAt, closesAt, hasPrice, now }: Places): boolean {
  return state === 'on_sale' && hasPrice && (opensAt === null || now >= opensAt) && now < closesAt;
}

/** A tenth of the places, at least three; a boat of three that nobody has booked is not short of places. */
function isFew(left: number, capacity: number): boolean {
  return left < capacity && left <= Math.max(3, Math.ceil(capacity / 10));
}
