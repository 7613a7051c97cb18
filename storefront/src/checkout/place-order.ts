import type { ApiError } from '@gangway/client/api';
import { withOrder } from '../../server/visitor-cookies.ts';
import { asked } from '../api/asked.ts';
import type { Order } from '../api/shapes.ts';
import { changeBasket } from '../basket/change-basket.ts';
import { idempotencyKey } from '../basket/idempotency-key.ts';
import { emptyBasket } from '../basket/basket-cookie.ts';
import type { Source } from '../source/source.ts';
import type { CheckoutForm } from './checkout-form.ts';
import { passengersFor } from './passengers.ts';
import { phoneOf } from './problems.ts';
import type { ShownWish } from './shown-wish.ts';

type Locals = Pick<App.Locals, 'api' | 'visitor' | 'keep' | 'locale'>;

interface Placing {
  wish: ShownWish;
  form: CheckoutForm;
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

function wishOf({ wish, form, source }: Placing, locale: App.Locals['locale']) {
  const { seats, ...wanted } = wish;
  const { consents, otherSeats } = form;
  const given = (['offer', 'personal-data', 'marketing'] as const).filter((code) => consents[code]);
  return {
    ...wanted,
    passengers: passengersFor(seats, form),
    customer: { fullName: form.fullName, email: form.email, phone: phoneOf(form) ?? form.phone },
    locale,
    attribution: { channel: 'web' as const, ...source },
    consents: given,
    acceptOtherSeats: otherSeats,
  };
}
