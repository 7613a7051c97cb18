import { type Locale, pick } from '@gangway/kit';
import {
  type EventList,
  type EventListQuery,
  type FacetName,
  facetNames,
  type Facets,
} from '../contract/event-list.ts';
import type { Departure, FacetValue } from './departure.ts';
import { inOrder } from './event-order.ts';
import { searchEvents } from './event-search.ts';
import { eventItem } from './event-view.ts';
import type { CatalogueNow } from './offer-now.ts';

export type ListQuestion = { catalogue: CatalogueNow; query: EventListQuery; locale: Locale };

/** One page of the departures that match, with the counts of each facet. */
export function eventList({ catalogue, query, locale }: ListQuestion): EventList {
  const { page, pageSize, sort, ...filters } = query;
  const { matches, byFacet } = searchEvents({ catalogue, filters, locale });
  const rows = pageOf(inOrder(matches, sort, catalogue), { page, pageSize });
  return {
    data: rows.map((departure) => eventItem(departure, catalogue, locale)),
    meta: { page, pageSize, total: matches.length, facets: facetCounts(byFacet, locale) },
  };
}

export function pageOf<Row>(
  rows: readonly Row[],
  { page, pageSize }: { page: number; pageSize: number },
): Row[] {
  return rows.slice((page - 1) * pageSize, page * pageSize);
}

function facetCounts(byFacet: Record<FacetName, Departure[]>, locale: Locale): Facets {
  const entries = facetNames.map((name) => [name, counts(byFacet[name], name, locale)]);
  return Object.fromEntries(entries) as Facets;
}

/** Frequent values first, equal ones by the alphabet. */
function counts(departures: Departure[], name: FacetName, locale: Locale): Facets[FacetName] {
  const tally = new Map<string, { of: FacetValue; count: number }>();
  for (const of of departures.flatMap(({ facets }) => facets[name])) {
    const entry = tally.get(of.id) ?? { of, count: 0 };
    tally.set(of.id, { of, count: entry.count + 1 });
  }
  return [...tally.values()]
    .map(({ of, count }) => ({ value: of.value, id: of.id, name: pick(of.name, locale), count }))
    .sort((left, right) => right.count - left.count || left.name.localeCompare(right.name, locale));
}
