import type { Core } from '@strapi/strapi';
import { clock } from '@gangway/kit';
import type { Departure } from '../../catalog/domain/departure.ts';
import { catalogueProjection } from '../../catalog/projection/catalogue-projection.ts';
import { perStrapi } from '../../../frame/per-strapi.ts';
import { planSeats } from '../domain/whole-tables.ts';
import { type PublicMap, publicMap } from '../locking/public-seats.ts';
import type { DepartureClaims } from '../projection/departure-claims.ts';
import { knownClaims, onClaims } from '../projection/follow-claims.ts';
import type { Word } from './frame.ts';
import { type Reader, type Stream, seatStream } from './stream.ts';
import { type Farewell, farewells, liveTerms } from './terms.ts';

/** The maps of this process that somebody watches. */
export interface LiveMaps {
  /** @returns what the reader can do then; undefined when it was sent away */
  join: (eventId: string, reader: Reader) => { repeat: () => void; leave: () => void } | void;
  /** Tells what has changed: claims, the plan, or the hour at which holds die. */
  look: () => void;
}

type Watched = {
  stream: Stream;
  departure: Departure;
  claims: DepartureClaims | undefined;
  isFull: boolean;
  /** While thousands are written to, and as long again: others want this process too. */
  isBusy: () => boolean;
};

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
        if (map.stream.size() === 0) forget(eventId, map);
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
  const seen = publicMap(strapi, { departure, now });
  const claims = knownClaims(strapi, departure.id, now);
  claims?.touched();
  const pause = { until: -Infinity };
  const stream = seatStream(allWords(seen), (ms) => {
    pause.until = performance.now() + ms;
    setTimeout(() => liveMaps(strapi).look(), ms).unref();
  });
  return {
    ...{ stream, departure, claims, isFull: seen.isFull },
    isBusy: () => stream.isTelling() || performance.now() < pause.until,
  };
}

/** @returns why the readers have to go, if they have to */
function look(strapi: Core.Strapi, eventId: string, map: Watched): Farewell | undefined {
  const found = departureOf(strapi, eventId);
  if ('farewell' in found) return found.farewell;
  const { departure } = found;
  if (departure !== map.departure && !isSamePlan(departure, map.departure)) return farewells.otherPlan;
  if (map.isBusy()) return undefined;
  const now = clock.now();
  const claims = knownClaims(strapi, eventId, now);
  const seen = publicMap(strapi, { departure, now });
  const isWhole = claims !== map.claims || seen.isFull !== map.isFull || departure !== map.departure;
  const touched = claims?.touched() ?? [];
  map.stream.advance(isWhole ? allWords(seen) : wordsOf(seen, touched));
  Object.assign(map, { departure, claims, isFull: seen.isFull });
  return undefined;
}

const allWords = (seen: PublicMap) => wordsOf(seen, seen.seatCodes());

function* wordsOf({ wordFor }: PublicMap, seatCodes: Iterable<string>): Generator<Word> {
  for (const seatCode of seatCodes) yield [seatCode, wordFor(seatCode)];
}

const seatCodesOf = ({ plan, event }: Departure): ReadonlyMap<string, unknown> =>
  plan && event.seating === 'assigned' ? planSeats(plan) : new Map();

function isSamePlan(before: Departure, after: Departure): boolean {
  if (before.plan === after.plan && before.event.seating === after.event.seating) return true;
  const [known, now] = [seatCodesOf(before), seatCodesOf(after)];
  return known.size === now.size && [...now.keys()].every((seatCode) => known.has(seatCode));
}

/** Looks when claims have changed, when the clock is moved, and now and then, since holds die by themselves. */
export function followLiveMaps(strapi: Core.Strapi): () => void {
  const { look: lookAtAll } = liveMaps(strapi);
  const timer = setInterval(lookAtAll, liveTerms.lookMs).unref();
  const ends = [clock.onMove(lookAtAll), onClaims(strapi, lookAtAll), () => clearInterval(timer)];
  return () => ends.forEach((end) => end());
}
