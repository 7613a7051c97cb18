import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * Whether a form comes from a page of ours. The origin must be the address that was asked, and that address must not
 * be a foreign name: a name that somebody points at this machine would otherwise speak as us.
 */
export function isOwnRequest({ headers }: Pick<IncomingMessage, 'headers'>, ownUrl: string): boolean {
  const { origin, host } = headers;
  if (!origin || !host || !URL.canParse(origin)) return false;
  const from = new URL(origin);
  return from.host === host && isTrustedName(from.hostname, ownUrl);
}

function isTrustedName(hostname: string, ownUrl: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return bare === 'localhost' || isIP(bare) > 0 || hostname === new URL(ownUrl).hostname;
}
