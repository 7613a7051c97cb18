import type { APIRoute } from 'astro';
import type { OrderLine } from '../../../../api/shapes.ts';
import type { Basket } from '../../../../basket/basket-cookie.ts';
import { changeBasket } from '../../../../basket/change-basket.ts';
import { placesOf } from '../../../../basket/held.ts';
import { beginSession } from '../../../../basket/new-session.ts';
import { refusalOf, takeAgain } from '../../../../basket/take-again.ts';
import { openOrder } from '../../../../order/open-order.ts';
import { sentForm } from '../../../../sent-form.ts';

/**
 * “Try again” of an order whose time has run out: its places are taken anew, and the checkout says what is missing. When
 * nothing can be taken, the order says why.
 */
export const POST: APIRoute = async ({ request, locals, params: { id = '' }, redirect }) => {
  const { order } = await openOrder(locals, id);
  const page = `/${locals.locale}/orders/${id}`;
  if (order?.status !== 'EXPIRED') return redirect(page, 303);
  const { api, now } = locals;
  const sent = String((await sentForm(request)).get('nonce') ?? '').slice(0, 64);
  beginSession(locals, sent);
  // A form without a nonce is none of ours: pressed twice within a minute it still takes once.
  const nonce = `${id} ${sent || now.slice(0, 16)}`;
  const places = placesOf(order.lines);
  const taken = await takeAgain({ api, places, nonce });
  const refusal = refusalOf(taken, places);
  if (refusal) return redirect(`${page}?problem=${refusal.code}`, 303);
  const { missed, failed } = taken;
  changeBasket(locals, (basket) => ({
    ...wishesOf(order.lines, basket),
    held: failed.map(({ held }) => held),
    missed,
  }));
  return redirect(`/${locals.locale}/checkout`, 303);
};

/** Products and ticket types of the order, as they were chosen. */
function wishesOf(lines: readonly OrderLine[], basket: Basket): Basket {
  const products = { ...basket.products };
  const seatTypes = { ...basket.seatTypes };
  for (const { productId, quantity, eventId, seatCode, ticketTypeId } of lines) {
    if (productId) products[productId] = quantity;
    if (eventId && seatCode && ticketTypeId)
      seatTypes[eventId] = { ...seatTypes[eventId], [seatCode]: ticketTypeId };
  }
  return { ...basket, products, seatTypes };
}
