import { type Locale, type Localized, pick, zonedIso } from '@gangway/kit';
import type { BerthContact, SellerContact } from '../contract/contacts.ts';
import type { PageItem, PageText } from '../contract/pages.ts';
import type { SiteView } from '../contract/site.ts';
import type { BerthRow, PageRow, SellerRow } from './catalogue-rows.ts';
import type { Editorial, PublicPage } from './editorial.ts';
import { imageView } from './event-view.ts';

/** The website in one language; undefined while no manager has filled it in. */
export function siteView({ site, pages }: Editorial, locale: Locale): SiteView | undefined {
  if (!site) return undefined;
  const { row, logo, shelves } = site;
  const name = pick(row.name, locale);
  return {
    ...{ name, tagline: pick(row.tagline, locale), accent: row.accent },
    logo: logo && imageView(logo, name),
    ...{ phone: row.phone, email: row.email },
    ...{ address: said(row.address, locale), footer: said(row.footer, locale) },
    pages: pages.filter(({ inFooter }) => inFooter).flatMap((page) => footerLink(page, locale)),
    shelves: shelves.map((shelf) => ({ slug: shelf.slug, name: pick(shelf.name, locale) })),
  };
}

function footerLink({ slug, kind, texts }: PublicPage, locale: Locale): SiteView['pages'] {
  const text = texts[locale];
  return text ? [{ slug, title: text.title, kind }] : [];
}

/** The pages that are published in the language. */
export const pageItems = ({ pages }: Editorial, locale: Locale): PageItem[] =>
  pages.flatMap(({ texts }) => (texts[locale] ? [pageItem(texts[locale])] : []));

/** A page with its text; undefined when it is not published in the language. */
export function pageText({ pages }: Editorial, slug: string, locale: Locale): PageText | undefined {
  const row = pages.find((page) => page.slug === slug)?.texts[locale];
  return row && pageOf(row);
}

/** A page of any language and state as readers see it. */
export const pageOf = (row: PageRow): PageText => ({ ...pageItem(row), body: row.body });

function pageItem({ slug, title, summary, kind, updatedAt }: PageRow): PageItem {
  return { slug, title, summary: summary?.trim() || null, kind, updatedAt: zonedIso(updatedAt, 'UTC') };
}

export function sellerContact(seller: SellerRow, locale: Locale): SellerContact {
  const { id, slug, country, inn, ogrn, registration, phone, email, offerPage } = seller;
  return {
    ...{ id, slug, name: pick(seller.name, locale), country },
    legalName: pick(seller.legalName, locale),
    address: pick(seller.legalAddress, locale),
    ...{ inn, ogrn, registration, phone, email, offerPage },
  };
}

export function berthContact(berth: BerthRow, locale: Locale): BerthContact {
  const { id, slug, latitude, longitude } = berth;
  return {
    ...{ id, slug, name: pick(berth.name, locale), address: pick(berth.address, locale) },
    ...{ city: pick(berth.city, locale), directions: said(berth.directions, locale) },
    ...{ latitude, longitude },
  };
}

const said = (text: Localized | null, locale: Locale): string | null =>
  (text && pick(text, locale)?.trim()) || null;
