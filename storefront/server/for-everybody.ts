import type { IncomingMessage } from 'node:http';
import { sourceOf } from '../src/source/source.ts';
import { visitorOf } from './visitor-cookies.ts';

const publicPage = /^\/(ru|en|zh)(\/events(\/[\w-]+)?|\/calendar|\/timetable|\/pages\/[\w-]+)?\/?(\?|$)/;

interface Site {
  siteUrl: string;
  secure: boolean;
}

/** A page of the catalogue, asked for by a visitor of whom it would show or remember nothing. */
export const forEverybody =
  ({ siteUrl, secure }: Site) =>
  (request: IncomingMessage): boolean => {
    const { url = '/', headers } = request;
    if (!publicPage.test(url)) return false;
    const { source, orders, ...known } = visitorOf({ header: headers.cookie, secure });
    if (Object.keys(orders).length > 0 || Object.values(known).some(Boolean)) return false;
    return source !== undefined || !comesFromSomewhere(request, siteUrl);
  };

/** Then the answer sets a cookie that remembers it. */
function comesFromSomewhere({ url = '/', headers }: IncomingMessage, siteUrl: string): boolean {
  if (headers.referer === undefined && !url.includes('utm_')) return false;
  const arrival = new Request(new URL(url, siteUrl), { headers: { referer: headers.referer ?? '' } });
  return sourceOf({ request: arrival, siteUrl }) !== undefined;
}
