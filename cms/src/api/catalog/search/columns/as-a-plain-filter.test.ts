import fc from 'fast-check';
import { currencies } from '@gangway/kit';
import type { EventFilters, SortOrder } from '../../contract/event-filters.ts';
import { type FacetName, facetNames } from '../../contract/event-list.ts';
import type { Departure } from '../../domain/departure.ts';
import { searchEvents } from '../../domain/event-search.ts';
import type { CatalogueNow } from '../../domain/offer-now.ts';
import { compareIds } from '../../domain/snapshot.ts';
import { catalogueOf, departureOf, type Sample } from '../tests/sample-season.ts';

const noon = Date.parse('2026-12-10T12:00:00Z');
const hour = 3_600_000;

const activities = [
  { id: 'a', title: 'Разводка мостов', popularity: 9, english: true, category: 'night' },
  { id: 'b', title: 'Белая ночь', popularity: 9, english: false, category: 'city' },
  { id: 'c', title: 'Закат', popularity: null, english: true, category: null },
];

const someName = (...names: string[]) => fc.constantFrom(null, ...names);

const samples: fc.Arbitrary<Sample[]> = fc
  .array(
    fc.record({
      activity: fc.constantFrom(...activities),
      berth: someName('north', 'south'),
      vessel: someName('swift', 'moika'),
      startAt: fc.integer({ min: -60, max: 60 }).map((hours) => noon + hours * hour),
      delayMinutes: fc.constantFrom(0, 0, 0, 90),
      timezone: fc.constantFrom('Europe/Moscow', 'Pacific/Auckland', 'Pacific/Honolulu'),
      state: fc.constantFrom('on_sale', 'on_sale', 'cancelled', 'closed'),
      capacity: fc.integer({ min: 1, max: 5 }),
      price: fc.option(
        fc.record({ amount: fc.constantFrom(100, 200, 300), currency: fc.constantFrom(...currencies) }),
      ),
    }),
    { maxLength: 40 },
  )
  .map((rows) => rows.map((row, place): Sample => ({ ...row, id: `e${place}` }) as Sample));

const bounds = fc.option(
  fc.oneof(
    fc.constantFrom('2026-12-08', '2026-12-10', '2026-12-11'),
    fc.integer({ min: -60, max: 60 }).map((hours) => new Date(noon + hours * hour).toISOString()),
  ),
  { nil: undefined },
);

const chosen = (...values: string[]) => fc.option(fc.subarray(values), { nil: undefined });
const amount = fc.option(fc.constantFrom(100, 150, 200, 300), { nil: undefined });

const filters = fc.record({
  from: bounds,
  to: bounds,
  category: chosen('city', 'id-night', 'nowhere'),
  berth: chosen('north', 'id-south'),
  vessel: chosen('id-swift', 'id-moika'),
  priceMin: amount,
  priceMax: amount,
  seatsMin: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
}) as fc.Arbitrary<EventFilters>;

const orders = fc.constantFrom<SortOrder>('time', '-time', 'price', '-price', 'popularity', '-popularity');

const question = fc.record({
  samples,
  filters,
  sort: orders,
  locale: fc.constantFrom('ru' as const, 'en' as const),
});

type Question = typeof question extends fc.Arbitrary<infer Value> ? Value : never;

function asked({ samples: rows, filters: narrowed, sort, locale }: Question, { byActivity = false } = {}) {
  const taken = new Map(rows.filter((_row, place) => place % 3 === 0).map(({ id }) => [id, 2]));
  const catalogue = catalogueOf(rows.map(departureOf), { now: noon, taken });
  const searched = searchEvents({ catalogue, filters: narrowed, sort, locale, byActivity });
  return { catalogue, searched };
}

/** The rules as they are written, departure by departure. */
function plainly({ filters: narrowed, locale }: Question, catalogue: CatalogueNow) {
  const { snapshot, offerOf, now } = catalogue;
  const bound = (departure: Departure, at: string) =>
    at.length > 10
      ? departure.event.startAt - Date.parse(at)
      : departure.day < at
        ? -1
        : Number(departure.day > at);
  const { from, to, priceMin, priceMax, seatsMin } = narrowed;
  const passes = (departure: Departure) => {
    const price = offerOf(departure).priceFrom?.amount ?? NaN;
    return (
      departure.activity.texts[locale] !== undefined &&
      (from ? bound(departure, from) >= 0 : departure.leavesAt > now) &&
      (!to || bound(departure, to) <= 0) &&
      (priceMin === undefined || price >= priceMin) &&
      (priceMax === undefined || price <= priceMax) &&
      (seatsMin === undefined || offerOf(departure).availability.left >= seatsMin)
    );
  };
  const refusing = (departure: Departure) =>
    facetNames.filter((name) => {
      const values: readonly string[] = narrowed[name] ?? [];
      return (
        values.length > 0 &&
        !departure.facets[name].some(({ value, id }) => values.includes(value) || values.includes(id))
      );
    });
  const all = snapshot.departures.filter(passes);
  return {
    matches: all.filter((departure) => refusing(departure).length === 0),
    facet: (name: FacetName) =>
      all.filter((departure) => refusing(departure).every((other) => other === name)),
  };
}

function inOrder(matches: Departure[], sort: SortOrder, { offerOf }: CatalogueNow): Departure[] {
  const down = sort.startsWith('-') ? -1 : 1;
  const value = (departure: Departure) => {
    const price = offerOf(departure).priceFrom;
    if (sort.endsWith('popularity')) return (departure.activity.facts.popularity ?? 0) * down;
    if (sort.endsWith('price'))
      return price ? (currencies.indexOf(price.currency) * 1e13 + price.amount) * down : Infinity;
    return departure.event.startAt * down;
  };
  const ties = sort === '-time' ? -1 : 1;
  const apart = (left: number, right: number) => (left === right ? 0 : left - right);
  return [...matches].sort(
    (left, right) =>
      apart(value(left), value(right)) ||
      (left.event.startAt - right.event.startAt || compareIds(left, right)) * ties,
  );
}

const ids = (departures: readonly Departure[]) => departures.map(({ id }) => id);

describe('a search in columns', () => {
  it('finds, counts, orders and pages as a filter over all departures would', () => {
    fc.assert(
      fc.property(question, (asking) => {
        const { catalogue, searched } = asked(asking);
        const { matches, facet } = plainly(asking, catalogue);
        const wanted = ids(inOrder(matches, asking.sort, catalogue));
        expect(searched.total).toBe(wanted.length);
        expect(ids(searched.rows({ from: 0, count: 100 }))).toEqual(wanted);
        expect([0, 3, 6].flatMap((from) => ids(searched.rows({ from, count: 3 })))).toEqual(
          wanted.slice(0, 9),
        );
        for (const name of facetNames) {
          const values = searched.season.facets[name].values.map(({ id }, place) => [
            id,
            searched.tallies[name][place],
          ]);
          const counted = (id: unknown) =>
            facet(name).filter((one) => one.facets[name].some((value) => value.id === id));
          expect(values).toEqual(values.map(([id]) => [id, counted(id).length]));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('shows of each activity the first departure that can be bought, or of all, and how many there are', () => {
    fc.assert(
      fc.property(question, (asking) => {
        const { catalogue, searched } = asked(asking, { byActivity: true });
        const ordered = inOrder(plainly(asking, catalogue).matches, asking.sort, catalogue);
        const groups = [...Map.groupBy(ordered, ({ activity }) => activity.id).values()];
        const rows = searched
          .activities()
          .map(({ position, departures }) => [searched.departureAt(position).id, departures]);
        const shown = (group: Departure[]) =>
          group.find((one) => catalogue.offerOf(one).availability.left > 0) ?? group[0]!;
        const wanted = inOrder(groups.map(shown), asking.sort, catalogue);
        const size = new Map(groups.map((group) => [group[0]!.activity.id, group.length]));
        expect(rows).toEqual(wanted.map(({ id, activity }) => [id, size.get(activity.id)]));
      }),
      { numRuns: 200 },
    );
  });
});
