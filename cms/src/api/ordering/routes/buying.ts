import { hashToken, type Person } from '@gangway/kit';
import { idempotently } from '../../../frame/idempotency/idempotently.ts';
import { limits } from '../../../frame/limits/limits.ts';
import { strapiRoute } from '../../../frame/request/handle.ts';
import { requireSession, sessionOf } from '../buy/session-of.ts';
import { placeOrder } from '../buy/place-order.ts';
import { quote } from '../buy/quote.ts';
import { requestLink } from '../buy/send-link.ts';
import { showOrder } from '../buy/show-order.ts';
import { lookUpOrder, placeOrder as placeOrderRoute, quoteBasket, readOrderRoute } from '../contract.ts';
import { bearerOf } from '../order-access.ts';

export default {
  routes: [
    strapiRoute(quoteBasket, async ({ body, headers, locale, now }) => {
      const sessionId = sessionOf({ body, headers });
      return { data: await quote(strapi, { input: body, sessionId, locale, now }) };
    }),
    strapiRoute(placeOrderRoute, async (request) => {
      const { body, headers, person, locale, now, ip } = request;
      const sessionId = requireSession({ body, headers });
      const scope = scopeOf({ person, sessionId });
      return idempotently(strapi, { request, scope }, async (trx) => {
        await countOrder({ sessionId, ip });
        const placed = await placeOrder(strapi, { trx, input: body, sessionId, person, locale, now });
        return { status: 201, value: { data: placed } };
      });
    }),
    strapiRoute(lookUpOrder, async ({ body, ip, now }, ctx) => {
      await limits(strapi).take({ name: 'lookups', key: ip, ip });
      await limits(strapi).take({ name: 'lookups', key: body.email, ip });
      await requestLink(strapi, { ...body, now });
      ctx.status = 202;
      return { data: { accepted: true as const } };
    }),
    strapiRoute(readOrderRoute, async ({ params, query, headers, person, locale, now }, ctx) => {
      ctx.set('Cache-Control', 'no-store');
      const accessToken = bearerOf(headers.authorization) ?? query.accessToken;
      const session = sessionOf({ headers });
      const shown = { id: params.id, person, accessToken, session };
      return { data: await showOrder(strapi, { ...shown, locale, now }) };
    }),
  ],
};

/**
 * A key belongs to an account in a session: another session has another basket, and what callers name themselves never
 * stands where an account does.
 */
function scopeOf({ person, sessionId }: { person: Person; sessionId: string }): string {
  const account = person.customerId === undefined ? '' : `:customer:${person.customerId}`;
  return `${placeOrderRoute.id}:session:${hashToken(sessionId)}${account}`;
}

/**
 * Stands behind the key, as repetitions place nothing: these limits are counted in memory, so the open transaction does
 * no harm.
 * @throws RATE_LIMITED
 */
async function countOrder({ sessionId, ip }: { sessionId: string; ip: string }): Promise<void> {
  await limits(strapi).take({ name: 'orders', key: sessionId, ip });
  await limits(strapi).take({ name: 'orders.address', key: ip, ip });
}
