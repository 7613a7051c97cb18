import type { CatalogueRows, ImageRow, ProductRow, SellerRow } from './catalogue-rows.ts';
import { compareIds } from './leaving-order.ts';
import { type Misfit, orMisfit, parted } from './misfit.ts';

import { type Tax, taxOf } from './tax.ts';

export type Product = { row: ProductRow; seller: SellerRow; image: ImageRow | null };

/** What can be sold, by position, and what cannot for want of a tax. */
export function productsOf(rows: CatalogueRows, now: Date): { shown: Product[]; misfits: Misfit[] } {
  const { shown, misfits } = parted(openProducts(rows, now));
  return { shown: shown.sort(byPosition), misfits };
}

function openProducts({ products, sellers, images }: CatalogueRows, now: Date): (Product | Misfit)[] {
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
