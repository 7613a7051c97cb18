import type { Problem } from '../../../frame/editing/problem.ts';
import { problems } from './problems.ts';

export type CurrencyOwner = { currency: string } | null | undefined;

/** A basket holds one seller, and a seller counts in one currency. */
export function currencyProblems(currency: string, seller: CurrencyOwner): Problem[] {
  if (!seller || seller.currency === currency) return [];
  return [problems.CURRENCY_OF_SELLER('currency', { currency: seller.currency })];
}

/** What belongs to a seller and is counted in money. */
export function soldBySellerProblems({
  currency,
  seller,
}: {
  currency: string;
  seller?: CurrencyOwner;
}): Problem[] {
  return seller ? currencyProblems(currency, seller) : [problems.SELLER_REQUIRED('seller')];
}
