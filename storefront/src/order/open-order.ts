import type { ApiError } from '@gangway/client/api';
import { withOrder } from '../../server/visitor-cookies.ts';
import { asked } from '../api/asked.ts';
import type { Order } from '../api/shapes.ts';

export type Opened = { order: Order; error?: undefined } | { order?: undefined; error: ApiError };

/** The order for who may see it; for everybody else it is not there. */
export async function openOrder({ api }: Pick<App.Locals, 'api'>, id: string): Promise<Opened> {
  const { data, error } = await asked(api.GET('/api/orders/{id}', { params: { path: { id } } }));
  return data ? { order: data } : { error };
}

interface Arrival {
  url: URL;
  id: string;
  locals: Pick<App.Locals, 'api' | 'visitor' | 'keep'>;
}

/**
 * Somebody who comes by the link of a letter: its token goes into a cookie, and the address is clean again. Undefined
 * for those who come without one.
 */
export async function swapToken({ url, id, locals }: Arrival): Promise<Response | undefined> {
  const token = url.searchParams.get('accessToken');
  if (token === null) return undefined;
  if (await opens({ locals, id, token }))
    locals.keep({ name: 'orders', value: withOrder(locals.visitor.orders, { id, token }) });
  const headers = { location: url.pathname, 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' };
  return new Response(null, { status: 303, headers });
}

/** Whether the token does it by itself: with the session of its buyer every other word opens the order, too. */
async function opens({ locals, id, token }: Omit<Arrival, 'url'> & { token: string }): Promise<boolean> {
  const { visitor } = locals;
  const { session, orders } = visitor;
  Object.assign(visitor, { session: undefined, orders: { ...orders, [id]: token } });
  const { order } = await openOrder(locals, id);
  Object.assign(visitor, { session, orders });
  return order !== undefined;
}

/** Nobody else learns the address of an order's page, and no browser keeps it. */
export function keepPrivate(response: { headers: Headers }): void {
  response.headers.set('referrer-policy', 'no-referrer');
  response.headers.set('cache-control', 'private, no-store');
}
