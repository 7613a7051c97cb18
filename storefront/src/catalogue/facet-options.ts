import type { FacetName, Facets } from './event-item.ts';
import type { Filters } from './filters.ts';

export interface FacetOption {
  value: string;
  name: string;
  /** Departures that choosing it as well would show. */
  count: number;
  checked: boolean;
}

interface Counted {
  name: FacetName;
  filters: Filters;
  /** Counts under the filters that are on. */
  facets: Facets;
  /** Every value there is, so that none vanishes under the hand of who chooses. */
  all: Facets;
}

/** The values of one filter: where nothing would be found the count is 0, and the value stays in its place. */
export function optionsOf({ name, filters, facets, all }: Counted): FacetOption[] {
  const counts = new Map(facets[name].map(({ value, count }) => [value, count]));
  const known = new Map([...all[name], ...facets[name]].map((facet) => [facet.value, facet]));
  return [...known.values()].map(({ value, id, name: label }) => ({
    ...{ value, name: label, count: counts.get(value) ?? 0 },
    checked: filters[name].includes(value) || filters[name].includes(id),
  }));
}
