import type { APIRoute } from 'astro';
import { z } from 'zod';
import { seatTypesSchema } from '../../basket/basket-cookie.ts';
import { changeBasket } from '../../basket/change-basket.ts';

const bodySchema = z.strictObject({
  eventId: z.string().regex(/^[0-9a-z]{10,40}$/),
  seatTypes: seatTypesSchema,
});

/** Remembers which ticket each chosen seat is to be sold as; other departures keep theirs. */
export const POST: APIRoute = async ({ request, locals }) => {
  const asked = bodySchema.safeParse(await request.json().catch(() => undefined));
  if (!asked.success) return new Response(null, { status: 400 });
  const { eventId, seatTypes } = asked.data;
  changeBasket(locals, (basket) => ({ ...basket, seatTypes: { ...basket.seatTypes, [eventId]: seatTypes } }));
  return new Response(null, { status: 204 });
};
