import type { Core } from '@strapi/strapi';
import type { Departure } from '../../catalog/domain/departure.ts';
import { type Claimed, seatStatuses } from '../domain/seat-statuses.ts';
import { isLive } from '../projection/claims-in-memory.ts';
import { knownClaims, takenPlaces } from '../projection/follow-claims.ts';

/** The map as everybody sees it at this moment, from memory. */
export function publicSeats(strapi: Core.Strapi, departure: Departure, now: Date) {
  const { seats = [] } = knownClaims(strapi, departure.id) ?? {};
  const claims = seats.filter(({ until }) => isLive(until, now.getTime()));
  return seatWords(strapi, { departure, claims, now });
}

type Seen = { departure: Departure; claims: readonly Claimed[]; now: Date };

/** Every numbered place in words: what nobody can buy because the departure is full is sold. */
export function seatWords(strapi: Core.Strapi, { departure, claims, now }: Seen) {
  const { plan, event, id, capacity } = departure;
  const isFull = (takenPlaces(strapi, now).places.get(id) ?? 0) >= capacity;
  return seatStatuses({ plan: event.seating === 'assigned' ? plan : undefined, claims, isFull });
}
