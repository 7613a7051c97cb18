import { season } from '../season/index.ts';
import type { Voyage } from './voyage.ts';

export async function makePages({ writer }: Voyage): Promise<void> {
  for (const { slug, kind, inFooter, text } of season.pages) {
    const key = `page:${slug}`;
    await writer.translate({
      key,
      data: { slug, kind, inFooter },
      texts: { ru: { ...text.ru }, en: { ...text.en }, zh: { ...text.zh } },
    });
    await writer.publish(key);
  }
}

/** Needs the pages: each seller points at its offer. */
export async function makeSellers({ writer, exhibition }: Voyage): Promise<void> {
  for (const { timezone: _zone, ...seller } of season.sellers) {
    const logo = await exhibition.picture(`mark-${seller.slug}`);
    const offerPage = writer.idOf(`page:${seller.offerPage}`);
    await writer.make({ key: `seller:${seller.slug}`, data: { ...seller, logo, offerPage, demo: true } });
  }
}

export async function makeCategories({ writer }: Voyage): Promise<void> {
  for (const [position, category] of season.categories.entries()) {
    await writer.make({ key: `category:${category.slug}`, data: { ...category, position } });
  }
}

/** Needs the categories. */
export async function makeSite({ writer, exhibition }: Voyage): Promise<void> {
  const logo = await exhibition.picture('mark-gangway');
  const shelves = season.site.shelves.map((slug) => writer.idOf(`category:${slug}`));
  await writer.make({ key: 'site:main', data: { ...season.site, logo, shelves } });
}
