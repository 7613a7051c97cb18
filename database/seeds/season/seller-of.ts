import type { SellerRecord } from './records.ts';
import { sellers } from './sellers.ts';

/** @throws when the season has no such seller */
export function sellerOf(slug: string): SellerRecord {
  const seller = sellers.find((one) => one.slug === slug);
  if (!seller) throw new Error(`The season has no seller ${slug}.`);
  return seller;
}
