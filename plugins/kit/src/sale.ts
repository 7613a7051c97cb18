import { z } from 'zod';
import { currencySchema, moneySchema } from './money.ts';
import { localeSchema } from './locale.ts';
import { vatModeSchema } from './vat.ts';

const units = z.int();

/** The tax of a line: `amount` is the VAT within the line's `amount`, in minor units. */
const lineVat = z.strictObject({ mode: vatModeSchema, rateBp: z.int().min(0), amount: units });

/**
 * One line of what was sold. `amount = unitAmount × quantity`, VAT included, discounts already spread: a line whose
 * price does not divide is two lines. `subject` is tag 1212 of the Russian receipt.
 */
export const saleLineSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1).max(128),
  kind: z.enum(['admission', 'product', 'fee']),
  subject: z.enum(['service', 'commodity', 'agent_commission', 'payment']),
  quantity: z.int().min(1),
  unitAmount: units,
  amount: units,
  vat: lineVat,
});

/**
 * What a payment is for, in the words of receipts and invoices; it travels with the payment, so that a gateway can
 * carry the receipt. Σ of the lines' amounts = `total`. Personal data: never logged.
 */
export const saleSchema = z.strictObject({
  /** What people call it: the order's number. */
  number: z.string().min(1),
  language: localeSchema,
  total: moneySchema,
  lines: z.array(saleLineSchema).min(1),
  buyer: z.strictObject({
    fullName: z.string(),
    email: z.string().nullable(),
    /** E.164 with the plus. */
    phone: z.string().nullable(),
  }),
  seller: z.strictObject({
    id: z.string().min(1),
    country: z.string().length(2),
    currency: currencySchema,
    taxRegime: z.enum(['general', 'simplified', 'simplified5', 'simplified7', 'foreign']),
    inn: z.string().nullable(),
  }),
});

export type SaleLine = z.infer<typeof saleLineSchema>;
export type Sale = z.infer<typeof saleSchema>;

/** The sentence that says why a sale does not add up; undefined when it does. */
export function saleProblem({ lines, total }: Sale): string | undefined {
  const crooked = lines.find(({ amount, unitAmount, quantity }) => amount !== unitAmount * quantity);
  if (crooked)
    return `Line ${crooked.id} is ${crooked.quantity} × ${crooked.unitAmount}, not ${crooked.amount}.`;
  const sum = lines.reduce((whole, { amount }) => whole + amount, 0);
  return sum === total.amount ? undefined : `The lines make ${sum}, the total says ${total.amount}.`;
}
