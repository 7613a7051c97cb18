import type { Core } from '@strapi/strapi';
import { clock } from '@gangway/kit';
import type { Departure } from '../../catalog/domain/departure.ts';
import { catalogueProjection } from '../../catalog/projection/catalogue-projection.ts';
import { perStrapi } from '../../../frame/per-strapi.ts';
import { publicSeats } from '../locking/public-seats.ts';
import { onClaims, takenPlaces } from '../projection/follow-claims.ts';
import { wordsOf } from './frame.ts';
import { type Reader, type Stream, seatStream } from './stream.ts';
import { type Farewell, farewells, liveTerms } from './terms.ts';

/** The maps of this process that somebody watches. */
export interface LiveMaps {
  /** @returns what the reader can do then; undefined when it was sent away */
  join: (eventId: string, reader: Reader) => { repeat: () => void; leave: () => void } | void;
  /** Tells what has changed: claims, the plan, or the hour at which holds die. */
  look: () => void;
}

type Watched = { stream: Stream; departure: Departure; version: number };

export const liveMaps = perStrapi((strapi): LiveMaps => {
  const watched = new Map<string, Watched>();
  const forget = (eventId: string, map: Watched) => {
    if (watched.get(eventId) === map) watched.delete(eventId);
  };
  return {
    join: (eventId, reader) => {
      const found = departureOf(strapi, eventId);
      if ('farewell' in found) return reader.leave(found.farewell);
      const map = watched.get(eventId) ?? watch(strapi, found.departure);
      watched.set(eventId, map);
      map.stream.join(reader);
      const leave = () => {
        map.stream.leave(reader);
        if (map.stream.readers.size === 0) forget(eventId, map);
      };
      return { repeat: () => map.stream.repeat(reader), leave };
    },
    look: () => {
      for (const [eventId, map] of watched) {
        const farewell = look(strapi, eventId, map);
        if (!farewell) continue;
        forget(eventId, map);
        map.stream.end(farewell);
      }
    },
  };
});

function departureOf(
  strapi: Core.Strapi,
  eventId: string,
): { departure: Departure } | { farewell: Farewell } {
  const catalogue = catalogueProjection(strapi).current();
  const departure = catalogue?.byId.get(eventId);
  if (departure) return { departure };
  return { farewell: catalogue ? farewells.unknownEvent : farewells.notYet };
}

function watch(strapi: Core.Strapi, departure: Departure): Watched {
  const now = clock.now();
  const { version } = takenPlaces(strapi, now);
  return { stream: seatStream(wordsOf(publicSeats(strapi, departure, now))), departure, version };
}

/** @returns why the readers have to go, if they have to */
function look(strapi: Core.Strapi, eventId: string, map: Watched): Farewell | undefined {
  const found = departureOf(strapi, eventId);
  if ('farewell' in found) return found.farewell;
  const now = clock.now();
  const { version } = takenPlaces(strapi, now);
  if (version === map.version && found.departure === map.departure) return undefined;
  Object.assign(map, { version, departure: found.departure });
  const told = map.stream.advance(wordsOf(publicSeats(strapi, found.departure, now)));
  return told ? undefined : farewells.otherPlan;
}

/** Looks when claims have changed, when the clock is moved, and now and then, since holds die by themselves. */
export function followLiveMaps(strapi: Core.Strapi): () => void {
  const { look: lookAtAll } = liveMaps(strapi);
  const timer = setInterval(lookAtAll, liveTerms.lookMs).unref();
  const ends = [clock.onMove(lookAtAll), onClaims(strapi, lookAtAll), () => clearInterval(timer)];
  return () => ends.forEach((end) => end());
}
