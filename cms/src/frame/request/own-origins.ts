import { readEnv } from '@gangway/config/env';

/** Pages of these origins may call us with a token; everyone else's browser keeps our answers from them. */
export const ownOrigins = (): string[] => {
  const { cms } = readEnv();
  return [...new Set([cms.publicUrl, cms.url])];
};

/** What answers differ by, the caller's origin included when there is one. Names and values by turns. */
export const varyFor = (origin: string | undefined): readonly string[] =>
  origin === undefined ? vary : varyByOrigin;

const vary = ['Vary', 'Accept-Encoding, Accept-Language'];
const varyByOrigin = ['Vary', 'Origin, Accept-Encoding, Accept-Language'];

/** What `strapi::cors` says, for answers that are written before it runs. */
export function originHeaders(origin: string | undefined, own: string[]): readonly string[] {
  if (origin === undefined || !own.includes(origin)) return [];
  return [
    ...['Access-Control-Allow-Origin', origin],
    ...['Access-Control-Expose-Headers', 'ETag, X-Request-Id, Retry-After, Preference-Applied'],
  ];
}
