import { z } from 'zod';

const text = z.string().trim().min(1).max(100);
const names = ['source', 'medium', 'campaign', 'term', 'content'] as const;

const sourceSchema = z.strictObject({
  utm: z.partialRecord(z.enum(names), text).optional(),
  /** The origin of the page that led here: never its path, which may tell of the person. */
  referrer: text.optional(),
});

/** Where a visitor came from, in the words of an order. */
export type Source = z.output<typeof sourceSchema>;

interface Arrival {
  request: Request;
  siteUrl: string;
}

/** What the first page of a visit tells about where it came from; undefined when it tells nothing. */
export function sourceOf({ request, siteUrl }: Arrival): Source | undefined {
  // Who comes back from paying comes from nowhere new.
  if (request.method !== 'GET' || request.url.includes('/orders/')) return undefined;
  const utm = utmIn(new URL(request.url));
  const referrer = foreignOrigin(request.headers.get('referer'), [siteUrl, new URL(request.url).origin]);
  if (!utm && !referrer) return undefined;
  return { ...(utm ? { utm } : {}), ...(referrer ? { referrer } : {}) };
}

function utmIn({ searchParams }: URL): Source['utm'] {
  const found = names.flatMap((name) => {
    const value = text.safeParse(searchParams.get(`utm_${name}`));
    return value.success ? [[name, value.data]] : [];
  });
  return found.length > 0 ? (Object.fromEntries(found) as Source['utm']) : undefined;
}

function foreignOrigin(referrer: string | null, own: readonly string[]): string | undefined {
  if (referrer === null || !URL.canParse(referrer)) return undefined;
  const { origin, protocol } = new URL(referrer);
  return protocol.startsWith('http') && !own.includes(origin) ? origin.slice(0, 100) : undefined;
}

export const packSource = (source: Source): string =>
  Buffer.from(JSON.stringify(source)).toString('base64url');

/** What the cookie keeps; nothing when it is not ours. */
export function readSource(packed: string | undefined): Source {
  try {
    return sourceSchema.parse(JSON.parse(Buffer.from(packed ?? '', 'base64url').toString('utf8')));
  } catch {
    return {};
  }
}
