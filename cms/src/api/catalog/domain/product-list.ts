import { type Locale, money, pick } from '@gangway/kit';
import type { ProductView } from '../contract/product-list.ts';
import { imageView, sellerView } from './event-view.ts';
import { vatView } from './price-list.ts';
import type { Product } from './snapshot.ts';
import { taxOf, withTax } from './tax.ts';

/** A product in one language; a digital good is rendered when it is bought, so the tax is today's. */
export function productView({ row, seller, image }: Product, now: number, locale: Locale): ProductView {
  const { id, slug, name, description, kind, fulfilment, amount, currency } = row;
  const tax = taxOf({ seller, mode: row.vatMode, kind: row.vatKind, on: new Date(now) });
  return {
    ...{ id, slug, name: pick(name, locale), description: pick(description, locale), kind, fulfilment },
    seller: sellerView(seller, locale),
    image: image && imageView(image, pick(name, locale)),
    price: withTax(money(amount, currency), tax),
    vat: vatView(tax, locale),
  };
}
