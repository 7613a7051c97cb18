import { z } from 'zod';
import { divideHalfUp } from './rounding.ts';

export const vatModes = ['none', 'included', 'excluded'] as const;
export type VatMode = (typeof vatModes)[number];
export const vatModeSchema = z.enum(vatModes);

/** Minor units; `net + vat = gross`, always. */
export type VatSplit = { net: number; vat: number; gross: number };

/**
 * VAT of one line in minor units, halves up. `amount` is what the price list says: the gross price when the
 * tax is included, the net price when it comes on top. A document's VAT is the sum of its lines' VAT.
 */
export function vatOf({ amount, mode, rateBp }: { amount: number; mode: VatMode; rateBp: number }): VatSplit {
  if (mode === 'none') return { net: amount, vat: 0, gross: amount };
  const base = mode === 'included' ? 10_000 + rateBp : 10_000;
  const vat = divideHalfUp(BigInt(amount) * BigInt(rateBp), BigInt(base));
  return mode === 'included'
    ? { net: amount - vat, vat, gross: amount }
    : { net: amount, vat, gross: amount + vat };
}

/** Totals of a document: the sum of its lines, never a rate applied to their total. */
export function vatTotal(lines: readonly VatSplit[]): VatSplit {
  return lines.reduce(
    (total, line) => ({
      net: total.net + line.net,
      vat: total.vat + line.vat,
      gross: total.gross + line.gross,
    }),
    { net: 0, vat: 0, gross: 0 },
  );
}
