import type { Locale } from '@gangway/kit';
import type { EventFilters } from '../contract/event-filters.ts';
import { type FacetName, facetNames } from '../contract/event-list.ts';
import type { Departure } from './departure.ts';
import type { CatalogueNow } from './offer-now.ts';
import { wordMatcher } from './search-words.ts';

type Test = (departure: Departure) => boolean;

export type Search = { catalogue: CatalogueNow; filters: EventFilters; locale: Locale };

/** What a search finds: the matches, and for each facet those that all other filters let through. */
export type Found = { matches: Departure[]; byFacet: Record<FacetName, Departure[]> };

export function searchEvents(search: Search): Found {
  const passes = allOf(plainTests(search));
  const facets = facetTests(search.filters);
  const found: Found = {
    matches: [],
    byFacet: { category: [], route: [], berth: [], vessel: [], kind: [], seller: [] },
  };
  for (const departure of search.catalogue.snapshot.departures) {
    if (passes(departure)) place(departure, facets, found);
  }
  return found;
}

// A departure that one facet alone refuses still counts there: that is what choosing another value would show.
function place(departure: Departure, facets: Map<FacetName, Test>, found: Found): void {
  const refusing = [...facets].filter(([, test]) => !test(departure)).map(([name]) => name);
  if (refusing.length > 1) return;
  if (refusing.length === 0) found.matches.push(departure);
  for (const name of refusing.length === 0 ? facetNames : refusing) found.byFacet[name].push(departure);
}

function facetTests(filters: EventFilters): Map<FacetName, Test> {
  const chosen = facetNames.flatMap((name): [FacetName, Set<string>][] => {
    const values: readonly string[] = filters[name] ?? [];
    return values.length > 0 ? [[name, new Set(values)]] : [];
  });
  return new Map(
    chosen.map(([name, values]) => [
      name,
      ({ facets }) => facets[name].some(({ value, id }) => values.has(value) || values.has(id)),
    ]),
  );
}

function allOf(tests: Test[]): Test {
  return (departure) => tests.every((test) => test(departure));
}

function plainTests({ catalogue, filters, locale }: Search): Test[] {
  return [
    ({ activity }) => activity.texts[locale] !== undefined,
    ...timeTests(filters, catalogue.now),
    ...wordTests(filters.q, locale),
    ...offerTests(filters, catalogue),
  ];
}

function wordTests(q: string | undefined, locale: Locale): Test[] {
  if (!q) return [];
  const matches = wordMatcher(q);
  return [({ words }) => matches(words[locale])];
}

function timeTests({ from, to }: EventFilters, now: number): Test[] {
  const starts: Test = from
    ? (departure) => compareStart(departure, from) >= 0
    : ({ leavesAt }) => leavesAt > now;
  return to ? [starts, (departure) => compareStart(departure, to) <= 0] : [starts];
}

/** Against a day of the departure's own zone, or against a moment. */
function compareStart({ day, event }: Departure, bound: string): number {
  if (bound.length > 10) return event.startAt - Date.parse(bound);
  return day < bound ? -1 : Number(day > bound);
}

function offerTests({ priceMin, priceMax, seatsMin }: EventFilters, { offerOf }: CatalogueNow): Test[] {
  const price = (departure: Departure) => offerOf(departure).priceFrom?.amount ?? NaN;
  return [
    ...(priceMin === undefined ? [] : [(departure: Departure) => price(departure) >= priceMin]),
    ...(priceMax === undefined ? [] : [(departure: Departure) => price(departure) <= priceMax]),
    ...(seatsMin === undefined
      ? []
      : [(departure: Departure) => offerOf(departure).availability.left >= seatsMin]),
  ];
}
