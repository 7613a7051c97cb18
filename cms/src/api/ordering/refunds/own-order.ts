import type { Core } from '@strapi/strapi';
import { commonErrors, type Person } from '@gangway/kit';
import type { Order } from '../domain/order.ts';
import { bearerOf, orderAccess } from '../order-access.ts';
import { readOrder } from '../store/orders.ts';

export type AskingForOrder = {
  orderId: string;
  person: Person;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Where the route takes them: from the body, on GET from the query. */
  given?: { accessToken?: string | undefined; sessionId?: string | undefined };
};

/**
 * The order, for whoever may open it: its account, the session that placed it, or its own token.
 * @throws NOT_FOUND for everybody else, whether the order exists or not
 */
export async function requireOwnOrder(strapi: Core.Strapi, asking: AskingForOrder): Promise<Order> {
  const { orderId, person, headers, given = {} } = asking;
  const order = await strapi.db.transaction(({ trx }) => readOrder(trx, orderId));
  const accessToken = given.accessToken ?? bearerOf(headers.authorization);
  const session = given.sessionId ?? [headers['gangway-session']].flat()[0];
  if (!order || !orderAccess(strapi).allows({ order, person, accessToken, session }))
    throw commonErrors.NOT_FOUND();
  return order;
}
