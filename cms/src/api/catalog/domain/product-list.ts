import { type Locale, money, pick } from '@gangway/kit';
import type { ProductView } from '../contract/product-list.ts';
import { imageView, sellerView } from './event-view.ts';
import { vatView } from './price-list.ts';
import { type Product, productTax } from './snapshot.ts';
import { withTax } from './tax.ts';

/** A product in one language. */
export function productView(product: Product, now: number, locale: Locale): ProductView {
  const { row, seller, image } = product;
  const { id, slug, name, description, kind, fulfilment, amount, currency } = row;
  const tax = productTax(product, new Date(now));
  return {
    ...{ id, slug, name: pick(name, locale), description: pick(description, locale), kind, fulfilment },
    seller: sellerView(seller, locale),
    image: image && imageView(image, pick(name, locale)),
    price: withTax(money(amount, currency), tax),
    vat: vatView(tax, locale),
  };
}
