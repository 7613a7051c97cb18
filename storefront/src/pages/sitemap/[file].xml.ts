import { isLocale } from '@gangway/client/words';
import type { APIRoute } from 'astro';
import { publicPaths } from '../../search-engines/public-paths.ts';
import { sitemapFile } from '../../search-engines/sitemap.ts';
import { xml } from '../../search-engines/xml.ts';

/** `ru-1.xml`: the first file of the Russian pages. */
export const GET: APIRoute = ({ locals: { api, house, site }, params }) =>
  xml(async () => {
    const [, locale, file] = /^([a-z]{2})-(\d{1,4})$/.exec(params.file ?? '') ?? [];
    if (!isLocale(locale) || Number(file) < 1) return undefined;
    const paths = await publicPaths(api, site);
    return sitemapFile({ siteUrl: house.siteUrl, paths, locale, file: Number(file) });
  });
