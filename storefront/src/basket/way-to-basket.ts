import { setTimeout as pause } from 'node:timers/promises';
import type { Order } from '../api/shapes.ts';
import { readBasket } from './basket-cookie.ts';
import { changeBasket } from './change-basket.ts';
import { heldNow } from './held-now.ts';

type Locals = Pick<App.Locals, 'api' | 'visitor' | 'keep'>;

/** What any page may wait for this one link, milliseconds. */
const patienceMs = 1_000;

/**
 * Whether the navigation leads to the basket: from the first places on, until the order that came of them is finished,
 * and then while anything is in it again. Only then cms is asked; when it cannot say, the way stays open.
 */
export async function leadsToBasket(
  { api, visitor }: Pick<Locals, 'api' | 'visitor'>,
  { patience = patienceMs }: { patience?: number } = {},
): Promise<boolean> {
  if (!visitor.session) return false;
  const { placed, products, held } = readBasket(visitor.basket);
  const isOver = placed?.finished === true && Object.keys(products).length + held.length === 0;
  if (!isOver) return true;
  const said = await Promise.race([heldNow(api), pause(patience, undefined, { ref: false })]);
  return said?.data === undefined || said.data.length > 0;
}

/** Whoever looks at the order of the basket learns what has become of it, and the basket with them. */
export function finishBasket(
  locals: Pick<Locals, 'visitor' | 'keep'>,
  order: Pick<Order, 'id' | 'status' | 'paidAt'>,
): void {
  const { placed } = readBasket(locals.visitor.basket);
  const isFinished = order.paidAt !== null || order.status === 'CANCELLED';
  if (!isFinished || placed?.orderId !== order.id || placed.finished) return;
  changeBasket(locals, (basket) => ({ ...basket, placed: { ...placed, finished: true } }));
}
