import { apiAt, type Api } from '@gangway/client/api';
import type { Locale } from '@gangway/client/words';
import type { House } from '../../server/house.ts';
import { personHeaders } from '../../server/person-headers.ts';
import type { Visitor } from '../../server/visitor-cookies.ts';
import { cachedFetch } from './cached-fetch.ts';
import { isSharedPath } from './shared-paths.ts';

interface Asking {
  house: House;
  visitor: Visitor;
  locale: Locale;
  /** The address of the browser, for limits and the audit trail. */
  address: string;
}

/** The API as one visitor may use it: with their session, account and order links, in the language of the page. */
export function visitorApi({ house, visitor, locale, address }: Asking): Api {
  const api = apiAt({
    base: house.cmsUrl,
    fetch: (request: Request) =>
      request.method === 'GET' && isShared(request)
        ? cachedFetch(request)
        : fetch(request, { signal: AbortSignal.timeout(30_000) }),
  });
  api.use({
    onRequest: ({ request }) => {
      const url = new URL(request.url);
      url.searchParams.set('locale', locale);
      const own = isShared(request) ? {} : personHeaders({ visitor, path: url.pathname });
      const headers = { ...Object.fromEntries(request.headers), ...own, 'x-forwarded-for': address };
      return new Request(url, { ...requestInit(request), headers });
    },
  });
  return api;
}

const isShared = ({ url }: Request): boolean => isSharedPath(new URL(url).pathname);

const requestInit = (request: Request) =>
  request.method === 'GET'
    ? { method: 'GET' }
    : ({ method: request.method, body: request.body, duplex: 'half' } as RequestInit);
