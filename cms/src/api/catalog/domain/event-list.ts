import { type Locale, pick } from '@gangway/kit';
import {
  type EventList,
  type EventListQuery,
  type FacetName,
  facetNames,
  type Facets,
} from '../contract/event-list.ts';
import { type Search, type Searched, searchEvents } from './event-search.ts';
import { eventItem } from './event-view.ts';
import type { CatalogueNow } from './offer-now.ts';

export type ListQuestion = { catalogue: CatalogueNow; query: EventListQuery; locale: Locale };

/** One page of what matches, departures or activities, with the counts of each facet. */
export function eventList({ catalogue, query, locale }: ListQuestion): EventList {
  const { page, pageSize, group, sort = query.q ? 'relevance' : 'time', ...filters } = query;
  const byActivity = group === 'activity';
  const searched = searchEvents({ catalogue, filters, locale, sort, byActivity });
  const part = { from: (page - 1) * pageSize, count: pageSize };
  const { data, total } = byActivity
    ? activityPage(searched, part, { catalogue, locale })
    : departurePage(searched, part, { catalogue, locale });
  const { searchedFor } = searched;
  const repaired = searchedFor === undefined ? {} : { searchedFor };
  const instead = total > 0 ? {} : suggested(searched, { catalogue, filters, locale, sort });
  const facets = facetCounts(searched, locale);
  return { data, meta: { page, pageSize, total, facets, ...repaired, ...instead } };
}

const mostSuggestions = 3;

/** Words that find something under the same filters. */
function suggested(searched: Searched, search: Search): Pick<EventList['meta'], 'suggestions'> {
  const finds = (q: string) => searchEvents({ ...search, filters: { ...search.filters, q } }).total > 0;
  const suggestions = searched.suggestions().filter(finds).slice(0, mostSuggestions);
  return suggestions.length > 0 ? { suggestions } : {};
}

type Part = { from: number; count: number };
type Shown = Pick<ListQuestion, 'catalogue' | 'locale'>;
type Page = { data: EventList['data']; total: number };

function departurePage({ rows, total }: Searched, part: Part, { catalogue, locale }: Shown): Page {
  const departures = part.from < total ? rows(part) : [];
  return { data: departures.map((departure) => eventItem(departure, catalogue, locale)), total };
}

function activityPage({ activities, departureAt }: Searched, part: Part, { catalogue, locale }: Shown): Page {
  const all = activities();
  const data = all.slice(part.from, part.from + part.count).map(({ position, departures }) => ({
    ...eventItem(departureAt(position), catalogue, locale),
    departures,
  }));
  return { data, total: all.length };
}

export function pageOf<Row>(
  rows: readonly Row[],
  { page, pageSize }: { page: number; pageSize: number },
): Row[] {
  return rows.slice((page - 1) * pageSize, page * pageSize);
}

function facetCounts(searched: Searched, locale: Locale): Facets {
  return Object.fromEntries(facetNames.map((name) => [name, counts(searched, name, locale)])) as Facets;
}

/** Frequent values first, equal ones by the alphabet. */
function counts({ season, tallies }: Searched, name: FacetName, locale: Locale): Facets[FacetName] {
  const { values, rank } = season.facets[name];
  const tally = tallies[name];
  const count = (place: number) => tally[place] as number;
  const byName = (place: number) => rank[locale][place] as number;
  return [...values.keys()]
    .filter((place) => count(place) > 0)
    .sort((left, right) => count(right) - count(left) || byName(left) - byName(right))
    .flatMap((place) => {
      const value = values[place];
      return value
        ? { value: value.value, id: value.id, name: pick(value.name, locale), count: count(place) }
        : [];
    });
}
