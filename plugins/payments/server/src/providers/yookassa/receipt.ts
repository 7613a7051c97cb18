import { providerRefused, saleProblem } from '@gangway/kit';
import type { Sale, SaleLine } from '@gangway/kit';
import { amountOf } from './answers.ts';

/** «Чеки от ЮKassa» know these two and no advance. */
export type PaymentMode = 'full_prepayment' | 'full_payment';

export type ReceiptItem = {
  description: string;
  quantity: number;
  amount: { value: string; currency: string };
  vat_code: number;
  measure: 'piece';
  payment_subject: SaleLine['subject'];
  payment_mode: PaymentMode;
};

export type Receipt = { customer: { email?: string; phone?: string }; items: ReceiptItem[] };

const mostItems = 80;
const withoutVat = 1;

/**
 * Codes of YooKassa, which are not those of tag 1199: a prepayment is taxed by the rate within the price (22/122), the
 * service itself by the rate (22 %). Keys are basis points.
 */
const vatCodes: Record<number, Record<PaymentMode, number>> = {
  0: { full_payment: 2, full_prepayment: 2 },
  500: { full_payment: 7, full_prepayment: 9 },
  700: { full_payment: 8, full_prepayment: 10 },
  1000: { full_payment: 3, full_prepayment: 5 },
  2000: { full_payment: 4, full_prepayment: 6 },
  2200: { full_payment: 11, full_prepayment: 12 },
};

/**
 * The receipt of a sale after 54-FZ, undefined where the seller is not Russian. Σ price × quantity of its items is
 * the total of the sale to the kopeck; lines that cost nothing are left out.
 * @throws providerRefused when the sale cannot stand on a receipt
 */
export function receiptOf({ sale, mode }: { sale: Sale; mode: PaymentMode }): Receipt | undefined {
  if (sale.seller.country !== 'RU') return undefined;
  const problem = saleProblem(sale);
  if (problem) throw providerRefused('receipt_sum', problem);
  const items = sale.lines.filter(({ amount }) => amount !== 0).map((line) => itemOf(line, sale, mode));
  if (items.length > mostItems)
    throw providerRefused('receipt_items', `A receipt has at most ${mostItems} lines, not ${items.length}.`);
  return { customer: customerOf(sale), items };
}

function itemOf(
  { name, quantity, unitAmount, subject, vat }: SaleLine,
  sale: Sale,
  mode: PaymentMode,
): ReceiptItem {
  return {
    description: name,
    quantity,
    amount: amountOf({ amount: unitAmount, currency: sale.total.currency }),
    vat_code: vatCode(vat, mode),
    measure: 'piece',
    payment_subject: subject,
    payment_mode: mode,
  };
}

/** Exclusive is a way to set prices: on a receipt every price is gross. */
export function vatCode({ mode: vatMode, rateBp }: SaleLine['vat'], mode: PaymentMode): number {
  if (vatMode === 'none') return withoutVat;
  const code = vatCodes[rateBp]?.[mode];
  if (code === undefined)
    throw providerRefused('receipt_vat', `YooKassa has no code for VAT of ${rateBp / 100} %.`);
  return code;
}

function customerOf({ buyer: { email, phone } }: Sale): Receipt['customer'] {
  if (!email && !phone)
    throw providerRefused('receipt_customer', 'A receipt needs an e-mail address or a phone.');
  return { ...(email && { email }), ...(phone && { phone: phone.replace(/\D/g, '') }) };
}
