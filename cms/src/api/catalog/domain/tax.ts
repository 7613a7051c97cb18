import {
  type Locale,
  money,
  type Money,
  percentOf,
  pick,
  sum,
  type VatKind,
  type VatMode,
  vatOf,
  vatRate,
} from '@gangway/kit';
import type { FeeRow, SellerRow } from './catalogue-rows.ts';

/** The tax on a service: how the price list states it, and the rate on the day of the service in basis points. */
export type Tax = { mode: VatMode; rateBp: number };

/** @throws RangeError when the VAT table knows no such rate for the seller's country */
export function taxOf({ seller, mode, kind, on }: TaxQuestion): Tax {
  return mode === 'none'
    ? { mode, rateBp: 0 }
    : { mode, rateBp: vatRate({ country: seller.country, kind, on }) };
}

/** `on`: the day of the service where it is rendered, or a moment, which counts as the day it is at the seller's. */
export type TaxQuestion = { seller: SellerRow; mode: VatMode; kind: VatKind; on: string | Date };

/** What the buyer pays: the amount of the price list with the tax that comes on top, if any. */
export function withTax(amount: Money, tax: Tax): Money {
  return money(vatOf({ amount: amount.amount, ...tax }).gross, amount.currency);
}

export type Fee = { row: FeeRow; tax: Tax };

/** What one ticket costs in the end: its price plus every fee of the seller. A free ticket bears no fees. */
export function withFees(price: Money, fees: readonly Fee[]): Money {
  if (price.amount === 0) return price;
  return sum([price, ...fees.map((fee) => feeOn(price, fee))], price.currency);
}

/** One fee on one ticket that costs `price`, VAT included. */
export function feeOn(price: Money, { row, tax }: Fee): Money {
  const bare =
    row.kind === 'percent'
      ? percentOf(price, Math.round((row.percent ?? 0) * 100))
      : money(row.amount ?? 0, price.currency);
  return withTax(bare, tax);
}

const notes: Record<VatMode, Record<Locale, (percent: string) => string>> = {
  none: {
    ru: () => 'Без НДС.',
    en: () => 'No VAT is charged.',
    zh: () => '不含增值税。',
  },
  included: {
    ru: (percent) => `В цену включён НДС ${percent}\u00a0%.`,
    en: (percent) => `The price includes ${percent}% VAT.`,
    zh: (percent) => `价格含 ${percent}% 增值税。`,
  },
  excluded: {
    ru: (percent) => `НДС ${percent}\u00a0% начисляется сверх цены и уже учтён в указанной сумме.`,
    en: (percent) => `${percent}% VAT is added to the price and already part of the amount shown.`,
    zh: (percent) => `${percent}% 增值税另计，所示金额已包含。`,
  },
};

/** The tax as a sentence beside a price. */
export function vatNote({ mode, rateBp }: Tax, locale: Locale): string {
  const percent = String(rateBp / 100);
  return pick(notes[mode], locale)(locale === 'ru' ? percent.replace('.', ',') : percent);
}
