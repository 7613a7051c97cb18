import type { ApiError } from '@gangway/client/api';
import { asked } from '../api/asked.ts';
import type { PaymentMethod, StartedPayment } from '../api/shapes.ts';
import { changeBasket } from '../basket/change-basket.ts';
import { idempotencyKey } from '../basket/idempotency-key.ts';

type Locals = Pick<App.Locals, 'api' | 'visitor' | 'keep' | 'house' | 'locale'>;

interface Paying {
  orderId: string;
  method: string;
  /** Of the page with the button: pressed twice it is one attempt. */
  nonce: string;
}

/** Begins to pay; gives the address where the buyer goes next. */
export async function startPayment(
  { api, visitor, keep, house, locale }: Locals,
  { orderId, method, nonce }: Paying,
): Promise<{ url: string; error?: undefined } | { url?: undefined; error: ApiError }> {
  const back = `/${locale}/orders/${orderId}/return`;
  const token = visitor.orders[orderId];
  const wish = { orderId, method, returnUrl: `${house.siteUrl}${back}` };
  const started = await asked(
    api.POST('/api/payments', {
      body: { ...wish, ...(token ? { accessToken: token } : {}) },
      headers: { 'idempotency-key': idempotencyKey({ nonce, wish }) },
    }),
  );
  if (started.error) return { error: started.error };
  const { paymentId, action } = started.data;
  changeBasket({ visitor, keep }, (basket) => ({ ...basket, paying: { orderId, paymentId } }));
  return { url: placeOf(action) ?? back };
}

function placeOf(action: StartedPayment['action']): string | undefined {
  if (action.type === 'redirect') return action.url;
  return action.type === 'invoice' ? action.link : undefined;
}

/** The ways to pay for an order, as its buyer may choose them. */
export async function methodsFor({ api, visitor }: Locals, orderId: string): Promise<PaymentMethod[]> {
  const token = visitor.orders[orderId];
  const query = { order: orderId, ...(token ? { accessToken: token } : {}) };
  return (await asked(api.GET('/api/payment-methods', { params: { query } }))).data ?? [];
}
