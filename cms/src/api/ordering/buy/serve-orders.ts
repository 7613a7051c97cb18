import type { Core } from '@strapi/strapi';
import { clock, hashToken, type Person } from '@gangway/kit';
import { front, type RouteRequest } from '../../../frame/front/front.ts';
import { privateReply } from '../../../frame/front/reply.ts';
import { idempotently } from '../../../frame/idempotency/idempotently.ts';
import { limits } from '../../../frame/limits/limits.ts';
import { addressKey } from '../../../frame/request/trusted-proxies.ts';
import { placeOrder as placeOrderRoute, readOrderRoute } from '../contract.ts';
import { isPaymentDue } from '../domain/payment-due.ts';
import { lookOrWait } from '../news/look-or-wait.ts';
import { bearerOf } from '../order-access.ts';
import { countGuesses } from './count-guesses.ts';
import { placeOrder } from './place-order.ts';
import { requireSession, sessionOf } from './session-of.ts';
import { showOrder } from './show-order.ts';

/** Placing an order and looking at it go through the front: they are what a rush consists of. Runs in `bootstrap`. */
export function serveOrders(strapi: Core.Strapi): void {
  front(strapi).serve(placeOrderRoute, (request) => place(strapi, request));
  front(strapi).serve(readOrderRoute, async ({ params, query, headers, person, locale }) => {
    const accessToken = bearerOf(headers.authorization) ?? query.accessToken;
    const shown = { id: params.id, person, accessToken, session: sessionOf({ headers }), locale };
    const looking = { orderId: params.id, prefer: headers.prefer, isDue: isPaymentDue };
    // The moment of the answer: whoever waited is not shown an order as it stood when they asked.
    const look = () => showOrder(strapi, { ...shown, now: clock.now() });
    const { seen: data, waited } = await lookOrWait(strapi, { ...looking, look });
    return { ...privateReply({ data }), ...waited };
  });
}

function place(strapi: Core.Strapi, request: RouteRequest<typeof placeOrderRoute>) {
  const { body, headers, person, locale, now, ip } = request;
  const sessionId = requireSession({ body, headers });
  const scope = scopeOf({ person, sessionId });
  return idempotently(strapi, { request, scope }, async (trx) => {
    await countOrder(strapi, { sessionId, ip });
    const placed = await countGuesses(strapi, { promoCode: body.promoCode, ip }, () =>
      placeOrder(strapi, { trx, input: body, sessionId, person, locale, now }),
    );
    return { status: 201, value: { data: placed } };
  });
}

/**
 * A key belongs to an account in a session: another session has another basket, and what callers name themselves never
 * stands where an account does.
 */
function scopeOf({ person, sessionId }: { person: Person; sessionId: string }): string {
  const account = person.customerId === undefined ? '' : `:customer:${person.customerId}`;
  return `${placeOrderRoute.id}:session:${hashToken(sessionId)}${account}`;
}

type Counted = { sessionId: string; ip: string };

/**
 * Stands behind the key, as repetitions place nothing: these limits are counted in memory, so the open transaction does
 * no harm.
 * @throws RATE_LIMITED
 */
async function countOrder(strapi: Core.Strapi, { sessionId, ip }: Counted): Promise<void> {
  await limits(strapi).take({ name: 'orders', key: sessionId, ip });
  await limits(strapi).take({ name: 'orders.address', key: addressKey(ip), ip });
}
