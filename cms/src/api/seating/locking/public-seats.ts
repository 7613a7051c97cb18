import type { Core } from '@strapi/strapi';
import type { SeatStatus } from '../contract/event-seats.ts';
import type { Departure } from '../../catalog/domain/departure.ts';
import { type Claimed, wordOf } from '../domain/seat-statuses.ts';
import { planSeats } from '../domain/whole-tables.ts';
import { knownClaims, takenPlaces } from '../projection/follow-claims.ts';

/** The map of a departure as everybody sees it at one moment. */
export type PublicMap = {
  seatCodes: () => Iterable<string>;
  wordFor: (seatCode: string) => SeatStatus;
  /** What cannot be bought because the departure is full is sold. */
  isFull: boolean;
};

type Seen = { departure: Departure; now: Date };

/** From memory. */
export function publicMap(strapi: Core.Strapi, { departure, now }: Seen): PublicMap {
  const claims = knownClaims(strapi, departure.id, now);
  return mapOf(strapi, { departure, now, claimOf: (seatCode) => claims?.seat(seatCode) });
}

/** From claims that were read. */
export function mapOf(
  strapi: Core.Strapi,
  { departure, now, claimOf }: Seen & { claimOf: (seatCode: string) => Claimed | undefined },
): PublicMap {
  const { plan, event, id, capacity } = departure;
  const isFull = (takenPlaces(strapi, now).places.get(id) ?? 0) >= capacity;
  return {
    isFull,
    seatCodes: () => (plan && event.seating === 'assigned' ? planSeats(plan).keys() : []),
    wordFor: (seatCode) => wordOf(claimOf(seatCode), isFull),
  };
}
