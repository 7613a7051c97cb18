import type { CatalogueRows, ImageRow, ProductRow, SellerRow } from './catalogue-rows.ts';
import { assembleDepartures, type Misfit } from './departure-assembly.ts';
import { type Departure, turningPoints } from './departure.ts';

export type Product = { row: ProductRow; seller: SellerRow; image: ImageRow | null };

/** The public catalogue at one version of the tables; never changed, only replaced. */
export type Snapshot = {
  version: number;
  /** In the order in which they leave. */
  departures: readonly Departure[];
  byId: ReadonlyMap<string, Departure>;
  byActivity: ReadonlyMap<string, readonly Departure[]>;
  products: readonly Product[];
  /** Sorted moments at which an answer may change by itself. */
  turningPoints: readonly number[];
  misfits: readonly Misfit[];
};

export function buildSnapshot(rows: CatalogueRows, version: number): Snapshot {
  const { departures, misfits } = assembleDepartures(rows);
  departures.sort((left, right) => left.event.startAt - right.event.startAt || compareIds(left, right));
  return {
    version,
    departures,
    byId: new Map(departures.map((departure) => [departure.id, departure])),
    byActivity: Map.groupBy(departures, ({ activity }) => activity.id),
    products: productsOf(rows),
    turningPoints: turningPoints(departures),
    misfits,
  };
}

export function compareIds(left: { id: string }, right: { id: string }): number {
  return left.id < right.id ? -1 : Number(left.id > right.id);
}

function productsOf({ products, sellers, images }: CatalogueRows): Product[] {
  const open = new Map(sellers.filter(({ archived }) => !archived).map((seller) => [seller.id, seller]));
  const sold = products.flatMap((row) => {
    const seller = open.get(row.sellerId ?? '');
    return seller ? [{ row, seller, image: productImage(row, images) }] : [];
  });
  return sold.sort(
    (left, right) => left.row.position - right.row.position || compareIds(left.row, right.row),
  );
}

function productImage({ rowId }: ProductRow, images: readonly ImageRow[]): ImageRow | null {
  const own = images.find(
    (image) => image.ownerType === 'api::catalog.product' && image.ownerRowId === rowId,
  );
  return own ?? null;
}
