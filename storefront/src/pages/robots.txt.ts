import type { APIRoute } from 'astro';
import { robots } from '../search-engines/sitemap.ts';

export const GET: APIRoute = ({ locals: { house } }) =>
  new Response(robots(house.siteUrl), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
