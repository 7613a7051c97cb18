import { isLocale } from '@gangway/client/words';
import type { APIRoute } from 'astro';
import { createHash } from 'node:crypto';
import { drawPreview } from '../../../../server/og/draw-preview.ts';
import { asked } from '../../../api/asked.ts';
import { visitorApi } from '../../../api/visitor-api.ts';
import { previewOf, type Preview } from '../../../event/preview.ts';
import { siteOf } from '../../../site.ts';
import { translate } from '../../../words.ts';

const hour = 3_600;

/** The picture of a link to a departure, 1200 × 630. */
export const GET: APIRoute = async ({ clientAddress, locals, params, request }) => {
  const { house, now } = locals;
  const { locale, id = '' } = params;
  if (!isLocale(locale)) return nothing();
  const api = visitorApi({ house, visitor: { orders: {} }, locale, address: clientAddress });
  const [{ data }, { site }] = await Promise.all([
    asked(api.GET('/api/events/{id}', { params: { path: { id } } })),
    siteOf(api),
  ]);
  if (!data) return nothing();
  const preview = previewOf({ event: data, locale, now, name: site.name, t: translate(locale) });
  const key = createHash('sha256').update(JSON.stringify(preview)).digest('base64url');
  const headers = { etag: `"${key}"`, 'cache-control': `public, max-age=${hour}` };
  if (request.headers.get('if-none-match') === headers.etag)
    return new Response(null, { status: 304, headers });
  const { card } = preview;
  const png = await drawPreview(key, { card, picture: () => pictureOf(preview, house.cmsUrl) }).catch(
    () => undefined,
  );
  if (!png) return new Response(null, { status: 503, headers: { 'retry-after': '30' } });
  return new Response(new Uint8Array(png), { headers: { ...headers, 'content-type': 'image/png' } });
};

const nothing = () => new Response(null, { status: 404 });

async function pictureOf({ picture }: Preview, base: string): Promise<Uint8Array | undefined> {
  if (!picture) return undefined;
  const answer = await fetch(new URL(picture, base), { signal: AbortSignal.timeout(8_000) }).catch(
    () => undefined,
  );
  return answer?.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
}
