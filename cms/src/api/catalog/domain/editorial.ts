import { type Locale, localeOf } from '@gangway/kit';
import type {
  BerthRow,
  CatalogueRows,
  CategoryRow,
  ImageRow,
  PageKind,
  PageRow,
  SellerRow,
  SiteRow,
} from './catalogue-rows.ts';

/** A page in the languages in which it is published. */
export type PublicPage = {
  slug: string;
  kind: PageKind;
  inFooter: boolean;
  texts: Partial<Record<Locale, PageRow>>;
};

export type PublicSite = { row: SiteRow; logo: ImageRow | null; shelves: CategoryRow[] };

/** What the website says beside the catalogue: about itself, on its pages, about who sells and where one boards. */
export type Editorial = {
  /** Undefined while no manager has filled in the single type. */
  site: PublicSite | undefined;
  pages: readonly PublicPage[];
  /** Those who have a departure in the catalogue. */
  sellers: readonly SellerRow[];
  /** Those from which a departure of the catalogue leaves. */
  berths: readonly BerthRow[];
};

/** Help for buyers first, legal papers last. */
const kindOrder: readonly PageKind[] = ['text', 'questions', 'refunds', 'contact', 'offer', 'privacy'];

/** Rows that some departure of the catalogue leads to. */
export type InUse = { has(row: object): boolean };

export function editorialOf(rows: CatalogueRows, inUse: InUse): Editorial {
  return {
    site: siteOf(rows, inUse),
    pages: pagesOf(rows.pages),
    sellers: rows.sellers.filter((row) => inUse.has(row)),
    berths: rows.berths.filter((row) => inUse.has(row)),
  };
}

function siteOf({ sites, categories, images }: CatalogueRows, inUse: InUse): PublicSite | undefined {
  const [row] = sites;
  if (!row) return undefined;
  const logo = images.find(
    ({ ownerType, ownerRowId }) => ownerType === 'api::catalog.site' && ownerRowId === row.rowId,
  );
  return { row, logo: logo ?? null, shelves: shelvesOf(row, { categories, inUse }) };
}

type Stock = { categories: readonly CategoryRow[]; inUse: InUse };

/** A shelf that nobody may look into is left out: archived, or with nothing but activities for members. */
function shelvesOf({ shelfIds }: SiteRow, { categories, inUse }: Stock): CategoryRow[] {
  return shelfIds.flatMap((id) =>
    categories.filter((category) => category.id === id && !category.archived && inUse.has(category)),
  );
}

function pagesOf(rows: readonly PageRow[]): PublicPage[] {
  const pages = [...Map.groupBy(rows, ({ id }) => id).values()].map(publicPage);
  return pages.sort((left, right) => kindRank(left) - kindRank(right) || compare(left.slug, right.slug));
}

function publicPage(languages: PageRow[]): PublicPage {
  const [{ slug, kind, inFooter }] = languages as [PageRow];
  const texts = languages.flatMap((row): [Locale, PageRow][] => {
    const locale = localeOf(row.locale);
    return locale ? [[locale, row]] : [];
  });
  return { slug, kind, inFooter, texts: Object.fromEntries(texts) };
}

const kindRank = ({ kind }: PublicPage): number => kindOrder.indexOf(kind);
const compare = (left: string, right: string): number => (left < right ? -1 : Number(left > right));
