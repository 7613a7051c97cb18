import type { Core } from '@strapi/strapi';
import type { Locale, z } from '@gangway/kit';
import type { BasketInput } from '../contract/basket.ts';
import type { quoteBasket } from '../contract/buying.ts';
import { termOf } from '../domain/order-made.ts';
import { feesOf, inCurrency, pricedLineView, promotionView } from '../domain/order-view.ts';
import { type PricedBasket, priceBasket } from './price-basket.ts';

type Quote = z.input<typeof quoteBasket.response>['data'];

export type QuoteRequest = {
  input: BasketInput;
  sessionId: string | undefined;
  locale: Locale;
  now: Date;
};

/** What a basket costs now; nothing is written. */
export async function quote(strapi: Core.Strapi, request: QuoteRequest): Promise<Quote> {
  const { input, sessionId, locale, now } = request;
  const basket = await strapi.db.transaction(({ trx }) =>
    priceBasket(strapi, { trx, input, sessionId, now, complete: false }),
  );
  return quoteView(basket, { locale, now });
}

function quoteView(
  { priced, holds, departures, promotion }: PricedBasket,
  { locale, now }: { locale: Locale; now: Date },
): Quote {
  const { sellerId, currency, lines, total, vatTotal, discountTotal } = priced;
  const amount = inCurrency(currency);
  return {
    ...{ sellerId, fees: feesOf(lines, currency), discount: amount(discountTotal) },
    ...{ vat: amount(vatTotal), total: amount(total), promotion: promotionView(promotion?.code ?? null) },
    lines: lines.map(({ activityId: _activityId, ...line }) => pricedLineView(line, { currency, locale })),
    expiresAt: holds.length === 0 ? null : termOf({ holds, departures, now }).expiresAt.toISOString(),
  };
}
