import type { APIRoute } from 'astro';
import { asked } from '../../../../api/asked.ts';
import { openOrder } from '../../../../order/open-order.ts';

/** Gives up an order that nobody has paid; a paid one is refunded on a page of its own. */
export const POST: APIRoute = async ({ locals, params: { id = '' }, redirect }) => {
  const page = `/${locals.locale}/orders/${id}`;
  const { order } = await openOrder(locals, id);
  if (order?.status !== 'LOCKED') return redirect(page, 303);
  const { error } = await asked(
    locals.api.POST('/api/orders/{id}/cancel', { params: { path: { id } }, body: {} }),
  );
  return redirect(error ? `${page}?problem=${error.code}` : page, 303);
};
