import type { CatalogueRows, ImageRow, ProductRow, SellerRow } from './catalogue-rows.ts';
import { assembleDepartures } from './departure-assembly.ts';
import { type Departure, turningPoints } from './departure.ts';
import { editorialOf, type Editorial } from './editorial.ts';
import { type Misfit, orMisfit, parted } from './misfit.ts';
import { type Tax, taxOf } from './tax.ts';

export type Product = { row: ProductRow; seller: SellerRow; image: ImageRow | null };

/** The public catalogue at one version of the tables; never changed, only replaced. */
export type Snapshot = {
  version: number;
  /** In the order in which they leave. */
  departures: readonly Departure[];
  byId: ReadonlyMap<string, Departure>;
  byActivity: ReadonlyMap<string, readonly Departure[]>;
  products: readonly Product[];
  editorial: Editorial;
  /** Sorted moments at which an answer may change by itself. */
  turningPoints: readonly number[];
  misfits: readonly Misfit[];
};

/** `now` says which day the tax on products is of. */
export function buildSnapshot(
  rows: CatalogueRows,
  { version, now }: { version: number; now: Date },
): Snapshot {
  const { departures, misfits } = assembleDepartures(rows);
  const products = parted(productsOf(rows, now));
  departures.sort((left, right) => left.event.startAt - right.event.startAt || compareIds(left, right));
  return {
    version,
    departures,
    byId: new Map(departures.map((departure) => [departure.id, departure])),
    byActivity: Map.groupBy(departures, ({ activity }) => activity.id),
    products: products.shown.sort(byPosition),
    editorial: editorialOf(rows, departures),
    turningPoints: turningPoints(departures),
    misfits: [...misfits, ...products.misfits],
  };
}

export function compareIds(left: { id: string }, right: { id: string }): number {
  return left.id < right.id ? -1 : Number(left.id > right.id);
}

function productsOf({ products, sellers, images }: CatalogueRows, now: Date): (Product | Misfit)[] {
  const open = new Map(sellers.filter(({ archived }) => !archived).map((seller) => [seller.id, seller]));
  return products.flatMap((row) => {
    const seller = open.get(row.sellerId ?? '');
    if (!seller) return [];
    const product = { row, seller, image: productImage(row, images) };
    return orMisfit({ kind: 'product', id: row.id }, () => taxable(product, now));
  });
}

/** @throws RangeError when the VAT table knows no rate for it */
function taxable(product: Product, now: Date): Product {
  productTax(product, now);
  return product;
}

/** A digital good is rendered when it is bought, so its tax is today's. */
export function productTax({ row, seller }: Product, now: Date): Tax {
  return taxOf({ seller, mode: row.vatMode, kind: row.vatKind, on: now });
}

function byPosition(left: Product, right: Product): number {
  return left.row.position - right.row.position || compareIds(left.row, right.row);
}

function productImage({ rowId }: ProductRow, images: readonly ImageRow[]): ImageRow | null {
  const own = images.find(
    (image) => image.ownerType === 'api::catalog.product' && image.ownerRowId === rowId,
  );
  return own ?? null;
}
