import type { APIRoute } from 'astro';
import { keepToken, openedBy } from '../../../preview/preview-cookie.ts';

/** Takes the link from the panel out of the address: it goes on in a cookie, and so into no log and no history. */
export const GET: APIRoute = ({ locals, request, url }) => {
  const token = url.searchParams.get('token') ?? '';
  const opened = openedBy(token);
  const path = `/${locals.locale}/preview/${opened ? `${opened.type}/${opened.id}` : 'page/none'}`;
  const headers = new Headers({
    location: path,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  });
  const kept = { header: request.headers.get('cookie'), secure: locals.house.secure };
  if (opened) headers.append('set-cookie', keepToken(kept, token));
  return new Response(null, { status: 303, headers });
};
