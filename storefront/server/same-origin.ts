import type { IncomingMessage } from 'node:http';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether what changes something comes from a page of ours. Browsers say it in `Sec-Fetch-Site`, older ones in `Origin`;
 * a program that says neither has no cookies of a visitor to misuse. Sockets are always asked.
 */
export function isOwnPage(request: IncomingMessage, siteUrl: string): boolean {
  const { origin, host, upgrade } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (safe.has(request.method ?? 'GET') && !upgrade) return true;
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (origin === undefined) return true;
  return origin === siteUrl || (URL.canParse(origin) && new URL(origin).host === host);
}
