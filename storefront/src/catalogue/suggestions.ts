import type { Api } from '@gangway/client/api';
import type { Locale } from '@gangway/client/words';
import { LRUCache } from 'lru-cache';
import { ask } from './ask.ts';
import type { EventItem, Facets } from './event-item.ts';

/** All that can be chosen, and what to offer to who begins to type. */
export interface Catalogue {
  facets: Facets;
  total: number;
  suggestions: string[];
  /** The next hundred departures, which stand in for a list that cms can no longer give. */
  events: EventItem[];
  /** When this was true, on the clock of the process. */
  at: number;
}

// The next hundred departures name about every activity; once in half a minute is enough.
const kept = new LRUCache<Locale, Catalogue>({
  max: 3,
  ttl: 30_000,
  allowStale: true,
  noDeleteOnStaleGet: true,
});

export async function wholeCatalogue({
  api,
  locale,
}: {
  api: Api;
  locale: Locale;
}): Promise<Catalogue | undefined> {
  const known = kept.get(locale, { allowStale: false });
  if (known) return known;
  const { data, staleFor } = await ask(api.GET('/api/events', { params: { query: { pageSize: '100' } } }));
  if (!data) return kept.get(locale);
  const { facets, total } = data.meta;
  const names = [
    ...data.data.map(({ activity }) => activity.title),
    ...[facets.berth, facets.route, facets.category].flat().map(({ name }) => name),
  ];
  const at = performance.now() - staleFor * 1_000;
  const catalogue = { facets, total, suggestions: [...new Set(names)], events: data.data, at };
  kept.set(locale, catalogue);
  return catalogue;
}

/** How old it is, in seconds, at least one. */
export const ageOf = ({ at }: Catalogue): number => Math.max(1, Math.round((performance.now() - at) / 1_000));
