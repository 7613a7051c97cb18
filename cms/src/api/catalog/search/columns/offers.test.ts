import fc from 'fast-check';
import { money } from '@gangway/kit';
import type { Departure } from '../../domain/departure.ts';
import { atOnce } from '../../domain/in-slices.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import type { Tariff } from '../../domain/tariff.ts';
import { departureOf } from '../tests/sample-season.ts';
import { lotsNow, openingPriceBook } from './lots.ts';
import { type Moment, type Offers, offersNow, openingOffers } from './offers.ts';
import { buildingSeason } from './season.ts';

const noon = Date.parse('2026-12-10T12:00:00Z');
const hour = 3_600_000;
const some = { from: null, to: null };

/** A price that holds until an hour of the day, and another one after it. */
const tariffs = fc
  .record({
    first: fc.constantFrom(100, 200),
    then: fc.constantFrom(100, 300),
    turn: fc.integer({ max: 9, min: 0 }),
  })
  .map(({ first, then, turn }): Tariff[] => {
    const [before, after] = [money(first, 'RUB'), money(then, 'RUB')];
    const at = noon + turn * hour;
    const candidates = [
      { ...some, to: at, price: before, total: before },
      { ...some, from: at, price: after, total: after },
    ];
    const ticketType = { id: 'adult', occupiesPlace: true, proof: null, needsAdult: false, maxAge: null };
    return [{ ticketType, zone: null, candidates }] as unknown as Tariff[];
  });

const offer = fc.record({
  tariffs,
  capacity: fc.integer({ min: 0, max: 5 }),
  closes: fc.integer({ min: 0, max: 9 }),
});

const places = 6;
const step = fc.record({
  hours: fc.integer({ min: -2, max: 3 }),
  changes: fc.array(fc.tuple(fc.nat({ max: places - 1 }), offer), { maxLength: 2 }),
  forgotten: fc.boolean(),
});

type Offer = typeof offer extends fc.Arbitrary<infer Value> ? Value : never;

const first = Array.from({ length: places }, (_, place) =>
  departureOf({
    ...{ id: `e${place}`, berth: place % 2 === 0 ? 'north' : 'south', vessel: null, delayMinutes: 0 },
    ...{ timezone: 'Europe/Moscow', state: 'on_sale', capacity: 3, price: null },
    activity: { id: 'a', title: 'Закат', popularity: null, english: false, category: null },
    startAt: noon + (place + 4) * hour,
  }),
);

const withOffer = (departure: Departure, { tariffs: prices, capacity, closes }: Offer): Departure => ({
  ...departure,
  ...{ tariffs: prices, capacity, closesAt: noon + closes * hour },
});

function snapshotOf(
  departures: readonly Departure[],
  version: number,
  changed: readonly string[] | undefined,
) {
  const byId = new Map(departures.map((departure) => [departure.id, departure]));
  return { version, departures, byId, changedSince: () => changed } as unknown as Snapshot;
}

const said = ({ key, amount, places: left, until }: Offers) => [key, amount, left, until];

const season = atOnce(buildingSeason(first));
const openedAt = (moment: Moment) => atOnce(openingOffers(season, moment));

describe('columns of offers', () => {
  it('that followed changes and the clock are what they would be if they were made now, and so are the lots', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let departures: readonly Departure[] = first;
        let now = noon;
        const followed = openedAt({ snapshot: snapshotOf(first, 0, []), now });
        const book = atOnce(openingPriceBook(season, followed));
        for (const [place, { hours, changes, forgotten }] of steps.entries()) {
          now += hours * hour;
          const changed = new Map(changes);
          departures = departures.map((one, position) => {
            const next = changed.get(position);
            return next ? withOffer(one, next) : one;
          });
          const ids = [...changed.keys()].map((position) => `e${position}`);
          const snapshot = snapshotOf(departures, place + 1, forgotten ? undefined : ids);
          const fresh = openedAt({ snapshot, now });
          expect(said(offersNow(followed, season, { snapshot, now }))).toEqual(said(fresh));
          expect(lotsNow(book, season, followed)).toEqual(atOnce(openingPriceBook(season, fresh)).lots);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('stay as they are until something is replaced or turns by itself', () => {
    const snapshot = snapshotOf(first, 0, []);
    const offers = openedAt({ snapshot, now: noon });
    const { edition } = offers;
    expect(offersNow(offers, season, { snapshot, now: noon + 1 }).edition).toBe(edition);
    expect(offersNow(offers, season, { snapshot, now: noon + 4 * hour }).edition).toBe(edition + 1);
  });
});
