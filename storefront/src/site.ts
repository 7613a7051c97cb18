import type { Api } from '@gangway/client/api';

/** What managers say about the whole website, in the page's language. */
export interface Site {
  name: string;
  tagline: string;
  /** A colour that takes the place of the signal colour, `#c8401b`. */
  accent: string | null;
  logo: { url: string; width: number | null; height: number | null } | null;
  phone: string | null;
  email: string | null;
  address: string | null;
  footer: string | null;
  pages: { slug: string; title: string; kind: string }[];
  /** Categories that the home page shows, in this order. */
  shelves: { slug: string; name: string }[];
}

/** What stands there while nobody has said anything, or cms is away and has never answered. */
const plain: Site = {
  ...{ name: 'Gangway', tagline: '', accent: null, logo: null, phone: null, email: null, address: null },
  ...{ footer: null, pages: [], shelves: [] },
};

/** How far the house's clock is from the machine's: in a demonstration people move it. While nobody answers it holds. */
const clock = { offset: 0 };

/** The site and the business time, ISO 8601. */
export async function siteOf(api: Api): Promise<{ site: Site; now: string }> {
  const answer = await api.GET('/api/site' as never).catch(() => undefined);
  const said = answer?.data as { data: Site; meta: { now: string } } | undefined;
  // An answer that was kept tells what time it was, not what time it is.
  const isKept = answer?.response.headers.has('gangway-stale');
  if (said && !isKept) clock.offset = Date.parse(said.meta.now) - Date.now();
  return { site: said?.data ?? plain, now: new Date(Date.now() + clock.offset).toISOString() };
}
