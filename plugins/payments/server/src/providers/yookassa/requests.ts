import { providerRefused } from '@gangway/kit';
import type { Locale, Localized, StartPayment, StartRefund } from '@gangway/kit';
import { amountOf } from './answers.ts';
import { receiptOf } from './receipt.ts';
import type { PaymentMode } from './receipt.ts';

/** What may stand after the colon in `yookassa:sbp`; without it the buyer chooses on the page of YooKassa. */
export const variants = [
  'bank_card',
  'sbp',
  'yoo_money',
  'sberbank',
  'tinkoff_bank',
  'alfa_pay',
  'sber_loan',
];

const currencies = ['RUB', 'EUR', 'USD'];
const pageLocales: Record<Locale, string> = { ru: 'ru_RU', en: 'en_US', zh: 'en_US' };
const descriptions: Localized = { ru: 'Заказ №', en: 'Order no.', zh: '订单号' };
const longestDescription = 128;

/** The body of `POST /payments`: paid in one stage, on a page of YooKassa. Metadata and description name nobody. */
export function paymentRequest(start: StartPayment, { paymentMode }: { paymentMode: PaymentMode }): object {
  const { amount, sale, variant, returnUrl, locale, reference, attemptId } = start;
  if (variant !== undefined && !variants.includes(variant))
    throw providerRefused('unknown_variant', `YooKassa has no way to pay called "${variant}".`);
  if (!currencies.includes(amount.currency))
    throw providerRefused('currency', `YooKassa takes no ${amount.currency}.`);
  const receipt = receiptOf({ sale, mode: paymentMode });
  return {
    amount: amountOf(amount),
    capture: true,
    confirmation: { type: 'redirect', return_url: returnUrl, locale: pageLocales[locale] },
    ...(variant && { payment_method_data: { type: variant } }),
    description: `${descriptions[locale]} ${sale.number}`.slice(0, longestDescription),
    metadata: { attempt: attemptId, kind: reference.kind, id: reference.id },
    ...(receipt && { receipt }),
  };
}

/** The body of `POST /refunds`. The receipt of a full refund YooKassa makes from the payment's, and takes none. */
export function refundRequest(start: StartRefund, { paymentMode }: { paymentMode: PaymentMode }): object {
  const { externalId, amount, full, sale, refundId } = start;
  const receipt = full ? undefined : receiptOf({ sale, mode: paymentMode });
  return {
    payment_id: externalId,
    amount: amountOf(amount),
    description: `${descriptions[sale.language]} ${sale.number}`.slice(0, longestDescription),
    metadata: { refund: refundId },
    ...(receipt && { receipt }),
  };
}
