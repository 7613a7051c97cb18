import type { ServerResponse } from 'node:http';
import { readEnv } from '@gangway/config/env';

/** Pages of these origins may call us with a token; everyone else's browser keeps our answers from them. */
export const ownOrigins = (): string[] => {
  const { cms } = readEnv();
  return [...new Set([cms.publicUrl, cms.url])];
};

/** What `strapi::cors` says, for answers that are written before it runs. */
export function allowOwnOrigin(response: ServerResponse, origin: string | undefined, own: string[]): void {
  if (origin === undefined) return;
  response.appendHeader('Vary', 'Origin');
  if (!own.includes(origin)) return;
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Expose-Headers', 'ETag, X-Request-Id, Retry-After');
}
