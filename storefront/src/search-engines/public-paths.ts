import type { Api } from '@gangway/client/api';
import { LRUCache } from 'lru-cache';
import { eventPath } from '../links.ts';
import type { Site } from '../site.ts';

const minute = 60_000;
const pageSize = 100;
const mostPages = 2_000;

const patienceMs = 30_000;

/** Who asks while the catalogue is being read waits for that reading; one that failed is not remembered. */
const known = new LRUCache<'events', string[], Api>({
  ...{ max: 1, ttl: 10 * minute },
  fetchMethod: (_key, _before, { context: api }) => departures(api),
});

/** Past the answers that are kept for people: a thousand pages that nobody looks at would push them out. */
const uncached = (request: Request): Promise<Response> =>
  fetch(request, { signal: AbortSignal.timeout(patienceMs) });

/** Every page that search engines may know, without the language: those that stay, then departures to come. */
export async function publicPaths(api: Api, site: Site): Promise<string[]> {
  const events = await known.forceFetch('events', { context: api });
  return ['', '/events', '/calendar', ...site.pages.map(({ slug }) => `/pages/${slug}`), ...events];
}

/** @throws when the catalogue cannot be read to its end: half a sitemap would take pages out of the search */
async function departures(api: Api): Promise<string[]> {
  const paths: string[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const query = { page: String(page), pageSize: String(pageSize) };
    const { data } = await api.GET('/api/events', { params: { query } as never, fetch: uncached });
    if (!data) throw new Error('The catalogue does not answer.');
    paths.push(...data.data.map(pathOf));
    if (page * pageSize >= data.meta.total) break;
  }
  return paths;
}

const pathOf = ({ id, activity }: { id: string; activity: { slug: string } }): string =>
  eventPath({ locale: 'ru', slug: activity.slug, id }).slice('/ru'.length);
