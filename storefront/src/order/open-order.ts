import type { ApiError } from '@gangway/client/api';
import { onlyOrders, withOrder } from '../../server/visitor-cookies.ts';
import { asked } from '../api/asked.ts';
import type { Order } from '../api/shapes.ts';

export type Opened =
  | { order: Order; error?: undefined; applied?: string | undefined }
  | { order?: undefined; error: ApiError; applied?: undefined };

type Locals = Pick<App.Locals, 'api' | 'visitor' | 'keep'>;

/**
 * The order for who may see it, by its link, else by the account; for everybody else it is not there.
 * @param prefer the browser's own `Prefer: wait=20`: the answer comes as soon as there is news; `applied` says that it did
 */
export async function openOrder(locals: Locals, id: string, prefer?: string | null): Promise<Opened> {
  const opened = await ask(locals, id, prefer);
  if (opened.error?.status !== 404 || !locals.visitor.account || !locals.visitor.orders[id]) return opened;
  forgetTokens(locals, [id]);
  return ask(locals, id, prefer);
}

async function ask({ api }: Locals, id: string, prefer?: string | null): Promise<Opened> {
  const headers = prefer ? { Prefer: prefer } : {};
  const question = api.GET('/api/orders/{id}', { params: { path: { id } }, headers });
  const { data, error } = await asked(question);
  if (!data) return { error };
  return { order: data, applied: (await question).response.headers.get('preference-applied') ?? undefined };
}

/** Orders that the account opens need no link; one that was replaced by a newer would stand in front of the account. */
export function forgetTokens({ visitor, keep }: Pick<Locals, 'visitor' | 'keep'>, ids: string[]): void {
  const known = Object.entries(visitor.orders);
  const left = known.filter(([id]) => !ids.includes(id));
  if (left.length === known.length) return;
  visitor.orders = Object.fromEntries(left);
  keep({ name: 'orders', value: onlyOrders(visitor.orders) });
}

interface Arrival {
  url: URL;
  id: string;
  locals: Locals;
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

/** Whether the token does it by itself: with the session of its buyer, or their account, every other word does, too. */
async function opens({ locals, id, token }: Omit<Arrival, 'url'> & { token: string }): Promise<boolean> {
  const { visitor } = locals;
  const { session, orders } = visitor;
  Object.assign(visitor, { session: undefined, orders: { ...orders, [id]: token } });
  const { order } = await ask(locals, id);
  Object.assign(visitor, { session, orders });
  return order !== undefined;
}

/** Nobody else learns the address of the page, and no browser keeps it. */
export function keepPrivate(response: { headers: Headers }): void {
  // Not no-referrer: with it browsers send forms with the origin "null", and ours must be known as ours.
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('cache-control', 'private, no-store');
}
