import type { APIRoute } from 'astro';

const icon = (size: number, purpose: 'any' | 'maskable') => ({
  src: purpose === 'any' ? `/icon-${size}.png` : `/icon-maskable-${size}.png`,
  ...{ sizes: `${size}x${size}`, type: 'image/png', purpose },
});

/** What the website is called and looks like on a phone's home screen. */
export const GET: APIRoute = ({ locals: { site } }) =>
  Response.json(
    {
      ...{ name: site.name, short_name: site.name, description: site.tagline || undefined },
      ...{ id: '/', start_url: '/', scope: '/', display: 'browser' },
      ...{ background_color: '#fbfaf7', theme_color: '#0f5e91' },
      icons: [
        { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
        ...[icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
      ],
    },
    { headers: { 'content-type': 'application/manifest+json', 'cache-control': 'public, max-age=3600' } },
  );
