import { type Locale, pick } from '@gangway/kit';
import { type EventList, type EventListQuery, type FacetName, facetNames } from '../contract/event-list.ts';
import type { FacetValue } from './departure.ts';
import { type Search, type Searched, searchEvents } from './event-search.ts';
import { eventItemText } from './event-view.ts';
import { joined, textMemory } from './json-text.ts';
import type { CatalogueNow } from './offer-now.ts';

export type ListQuestion = { catalogue: CatalogueNow; query: EventListQuery; locale: Locale };

/**
 * One page of what matches, departures or activities, with the counts of each facet: the JSON of an `EventList`. Most of
 * it is the same in many answers, and not written again for each.
 */
export function eventListText({ catalogue, query, locale }: ListQuestion): string {
  const { page, pageSize, group, sort = query.q ? 'relevance' : 'time', ...filters } = query;
  const byActivity = group === 'activity';
  const searched = searchEvents({ catalogue, filters, locale, sort, byActivity });
  const part = { from: (page - 1) * pageSize, count: pageSize };
  const { items, total } = byActivity
    ? activityPage(searched, part, { catalogue, locale })
    : departurePage(searched, part, { catalogue, locale });
  const { searchedFor } = searched;
  const repaired = searchedFor === undefined ? {} : { searchedFor };
  const instead = total > 0 ? {} : suggested(searched, { catalogue, filters, locale, sort });
  const own = JSON.stringify({ page, pageSize, total, ...repaired, ...instead });
  const meta = joined(own, `{"facets":${facetsText(searched, locale)}}`);
  return `{"data":[${items.join()}],"meta":${meta}}`;
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
type Page = { items: string[]; total: number };

function departurePage({ rows, total }: Searched, part: Part, shown: Shown): Page {
  const departures = part.from < total ? rows(part) : [];
  return { items: departures.map((departure) => eventItemText({ departure, ...shown })), total };
}

function activityPage({ activities, departureAt }: Searched, part: Part, shown: Shown): Page {
  const all = activities();
  const items = all
    .slice(part.from, part.from + part.count)
    .map(({ position, departures }) =>
      eventItemText({ departure: departureAt(position), ...shown, more: { departures } }),
    );
  return { items, total: all.length };
}

export function pageOf<Row>(
  rows: readonly Row[],
  { page, pageSize }: { page: number; pageSize: number },
): Row[] {
  return rows.slice((page - 1) * pageSize, page * pageSize);
}

function facetsText(searched: Searched, locale: Locale): string {
  const facets = facetNames.map((name) => `"${name}":[${countTexts(searched, name, locale).join()}]`);
  return `{${facets.join()}}`;
}

const valueTexts = textMemory<FacetValue>();

/** Frequent values first, equal ones by the alphabet. */
function countTexts({ season, tallies }: Searched, name: FacetName, locale: Locale): string[] {
  const { values, rank } = season.facets[name];
  const tally = tallies[name];
  const count = (place: number) => tally[place] as number;
  const byName = (place: number) => rank[locale][place] as number;
  return [...values.keys()]
    .filter((place) => count(place) > 0)
    .sort((left, right) => count(right) - count(left) || byName(left) - byName(right))
    .map((place) => joined(valueText(values[place] as FacetValue, locale), `{"count":${count(place)}}`));
}

function valueText(value: FacetValue, locale: Locale): string {
  const { id, name } = value;
  return valueTexts(value, locale, () => ({ value: value.value, id, name: pick(name, locale) }));
}
