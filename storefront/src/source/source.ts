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
  url: URL;
  referrer: string | null;
  siteUrl: string;
}

/** What the first page of a visit tells about where it came from; undefined when it tells nothing. */
export function sourceOf({ url, referrer, siteUrl }: Arrival): Source | undefined {
  const utm = Object.fromEntries(
    names.flatMap((name) => {
      const value = text.safeParse(url.searchParams.get(`utm_${name}`));
      return value.success ? [[name, value.data]] : [];
    }),
  );
  const from = referrer !== null && URL.canParse(referrer) ? new URL(referrer).origin : undefined;
  const isForeign = from !== undefined && from.startsWith('http') && from !== siteUrl && from !== url.origin;
  if (!isForeign && Object.keys(utm).length === 0) return undefined;
  return {
    ...(Object.keys(utm).length > 0 ? { utm } : {}),
    ...(isForeign ? { referrer: from.slice(0, 100) } : {}),
  };
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
