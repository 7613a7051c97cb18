import { describe, expect, it } from '@jest/globals';
import { mostPerFile, robots, sitemapFile, sitemapIndex } from './sitemap.ts';

const siteUrl = 'https://gangway.example';
const many = Array.from({ length: mostPerFile + 1 }, (_, index) => `/events/${index}`);

describe('the sitemap', () => {
  it('lists each page with all its languages', () => {
    expect(sitemapFile({ siteUrl, paths: ['/events/a-1'], locale: 'zh', file: 1 })).toContain(
      '<url><loc>https://gangway.example/zh/events/a-1</loc>' +
        '<xhtml:link rel="alternate" hreflang="ru" href="https://gangway.example/ru/events/a-1"/>' +
        '<xhtml:link rel="alternate" hreflang="en" href="https://gangway.example/en/events/a-1"/>' +
        '<xhtml:link rel="alternate" hreflang="zh-Hans" href="https://gangway.example/zh/events/a-1"/>' +
        '<xhtml:link rel="alternate" hreflang="x-default" href="https://gangway.example/ru/events/a-1"/></url>',
    );
  });

  it('begins another file where one is full', () => {
    const index = sitemapIndex({ siteUrl, paths: many });
    expect(index.match(/<loc>/g)).toHaveLength(6);
    expect(index).toContain('<loc>https://gangway.example/sitemap/en-2.xml</loc>');
    const count = (file: number) =>
      sitemapFile({ siteUrl, paths: many, locale: 'ru', file })?.match(/<loc>/g)?.length;
    expect([count(1), count(2), count(3)]).toEqual([mostPerFile, 1, undefined]);
  });

  it('is well-formed whatever an address holds', () => {
    expect(sitemapFile({ siteUrl, paths: ['/pages/a&b'], locale: 'en', file: 1 })).toContain(
      '<loc>https://gangway.example/en/pages/a&amp;b</loc>',
    );
  });
});

describe('robots', () => {
  it('are told where the pages are, and to stay away from what is personal', () => {
    const text = robots(siteUrl);
    expect(text).toContain('Sitemap: https://gangway.example/sitemap.xml');
    for (const path of ['/ru/orders', '/en/account', '/zh/checkout', '/api/'])
      expect(text).toContain(`Disallow: ${path}\n`);
  });
});
