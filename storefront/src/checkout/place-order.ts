import type { ApiError } from '@gangway/client/api';
import { withOrder } from '../../server/visitor-cookies.ts';
import { asked } from '../api/asked.ts';
import type { Order, Quote } from '../api/shapes.ts';
import { changeBasket } from '../basket/change-basket.ts';
import { idempotencyKey } from '../basket/idempotency-key.ts';
import { wantedTypes } from '../basket/quote.ts';
import { emptyBasket, type Basket } from '../basket/basket-cookie.ts';
import type { Source } from '../source/source.ts';
import type { CheckoutForm } from './checkout-form.ts';
import { passengersFor, type Seat } from './passengers.ts';
import { phoneOf } from './problems.ts';

type Locals = Pick<App.Locals, 'api' | 'visitor' | 'keep' | 'locale'>;

interface Placing {
  basket: Basket;
  quote: Quote;
  form: CheckoutForm;
  seats: readonly Seat[];
  nonce: string;
  source: Source;
}

export type Placed = { order: Order; error?: undefined } | { order?: undefined; error: ApiError };

/** Places the order and empties the basket; the same wish placed twice is one order. */
export async function placeOrder(locals: Locals, placing: Placing): Promise<Placed> {
  const wish = wishOf(placing, locals.locale);
  const headers = { 'idempotency-key': idempotencyKey({ nonce: placing.nonce, wish }) };
  const answer = await asked(locals.api.POST('/api/orders', { body: wish, headers }));
  if (answer.error) return { error: answer.error };
  const { accessToken, ...order } = answer.data;
  locals.visitor.orders[order.id] = accessToken;
  locals.keep({
    name: 'orders',
    value: withOrder(locals.visitor.orders, { id: order.id, token: accessToken }),
  });
  changeBasket(locals, () => ({ ...emptyBasket, placed: { nonce: placing.nonce, orderId: order.id } }));
  return { order };
}

function wishOf({ basket, quote, form, seats, source }: Placing, locale: App.Locals['locale']) {
  const { consents, otherSeats } = form;
  const given = (['offer', 'personal-data', 'marketing'] as const).filter((code) => consents[code]);
  const { lines } = quote;
  return {
    holdIds: [...new Set(lines.flatMap(({ holdId }) => holdId ?? []))],
    lines: Object.entries(basket.products).map(([productId, quantity]) => ({ productId, quantity })),
    seatTypes: wantedTypes(lines, basket),
    passengers: passengersFor(seats, form),
    ...(quote.promotion ? { promoCode: quote.promotion.code } : {}),
    customer: { fullName: form.fullName, email: form.email, phone: phoneOf(form) ?? form.phone },
    locale,
    attribution: { channel: 'web' as const, ...source },
    consents: given,
    acceptOtherSeats: otherSeats,
  };
}
