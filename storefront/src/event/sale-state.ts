import type { EventCard } from '../api/shapes.ts';

/** What a visitor can do with a departure. */
export type SaleState = 'open' | 'sold_out' | 'not_yet' | 'closed' | 'departed' | 'cancelled';

type Facts = Pick<EventCard, 'state' | 'availability' | 'salesStartAt'>;

/** `now` is business time, ISO 8601. */
export function saleStateOf({ state, availability, salesStartAt }: Facts, now: string): SaleState {
  if (state === 'cancelled' || availability.status === 'cancelled') return 'cancelled';
  if (state === 'departed' || state === 'completed') return 'departed';
  if (availability.status === 'sold_out') return 'sold_out';
  if (availability.status !== 'closed') return 'open';
  const opensLater = salesStartAt !== null && Date.parse(salesStartAt) > Date.parse(now);
  return opensLater ? 'not_yet' : 'closed';
}

/** Departures of the same activity that can be bought, nearest first. */
export const buyable = (departures: EventCard['otherDepartures']): EventCard['otherDepartures'] =>
  departures.filter(({ availability: { status } }) => status === 'available' || status === 'few');
