import type { APIRoute } from 'astro';
import { publicPaths } from '../search-engines/public-paths.ts';
import { sitemapIndex } from '../search-engines/sitemap.ts';
import { xml } from '../search-engines/xml.ts';

export const GET: APIRoute = ({ locals: { api, house, site } }) =>
  xml(async () => sitemapIndex({ siteUrl: house.siteUrl, paths: await publicPaths(api, site) }));
