import { languageTags, locales, type Locale } from '@gangway/client/words';

/** The most that one file may list, by sitemaps.org. */
export const mostPerFile = 50_000;

/** `paths` are without a language: `/events`; each page stands in every language. */
export interface Listing {
  siteUrl: string;
  paths: readonly string[];
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const spaces =
  'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';

/** Says which files there are: so many per language as the pages need. */
export function sitemapIndex({ siteUrl, paths }: Listing): string {
  const files = Math.max(1, Math.ceil(paths.length / mostPerFile));
  const addresses = locales.flatMap((locale) =>
    Array.from({ length: files }, (_, index) => `${siteUrl}/sitemap/${locale}-${index + 1}.xml`),
  );
  const entries = addresses.map((address) => `<sitemap><loc>${escaped(address)}</loc></sitemap>`);
  return `${head}<sitemapindex ${spaces.split(' xmlns:xhtml')[0]}>\n${entries.join('\n')}\n</sitemapindex>\n`;
}

/** One file of one language, each page with its other languages; undefined past the last file. Files count from 1. */
export function sitemapFile({
  siteUrl,
  paths,
  locale,
  file,
}: Listing & { locale: Locale; file: number }): string | undefined {
  const part = paths.slice((file - 1) * mostPerFile, file * mostPerFile);
  if (part.length === 0) return undefined;
  const entries = part.map((path) => entry({ siteUrl, locale, path }));
  return `${head}<urlset ${spaces}>\n${entries.join('\n')}\n</urlset>\n`;
}

function entry({ siteUrl, locale, path }: { siteUrl: string; locale: Locale; path: string }): string {
  const address = (language: Locale) => escaped(`${siteUrl}/${language}${path}`);
  const link = (tag: string, href: string) =>
    `<xhtml:link rel="alternate" hreflang="${tag}" href="${href}"/>`;
  const links = locales.map((language) => link(languageTags[language], address(language)));
  return `<url><loc>${address(locale)}</loc>${links.join('')}${link('x-default', address('ru'))}</url>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** What robots may read: everything that is the same for everybody. */
export function robots(siteUrl: string): string {
  const personal = ['orders', 'account', 'checkout', 'basket'];
  const closed = [
    ...locales.flatMap((locale) => personal.map((part) => `/${locale}/${part}`)),
    ...['/api/', '/basket/', '/*/seatmap', '/*?refused='],
  ];
  const lines = ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), 'Allow: /'];
  return `${lines.join('\n')}\n\nSitemap: ${siteUrl}/sitemap.xml\n`;
}
