import type { Core } from '@strapi/strapi';
import { commonErrors } from '@gangway/kit';
import type { Person, Transaction } from '@gangway/kit';
import { quickReads } from '../../frame/database/quick-reads.ts';
import { sessionOf } from '../ordering/buy/session-of.ts';
import type { Order } from '../ordering/domain/order.ts';
import { bearerOf, orderAccess } from '../ordering/order-access.ts';
import { readOrder } from '../ordering/store/orders.ts';

/** As much of a request as says whose order may be read. */
export interface OrderRequest {
  params: { id: string };
  query: { accessToken?: string | undefined };
  headers: Readonly<Record<string, string | string[] | undefined>>;
  person: Person;
}

/**
 * The order, if the caller may see it.
 * @throws NOT_FOUND for somebody else's and for one that does not exist: the answer is the same
 */
export async function ownOrder(
  strapi: Core.Strapi,
  { params, query, headers, person }: OrderRequest,
): Promise<Order> {
  const order = await readOrder(quickReads(strapi), params.id);
  const accessToken = bearerOf(headers.authorization) ?? query.accessToken;
  const session = sessionOf({ headers });
  if (!order || !orderAccess(strapi).allows({ order, person, accessToken, session }))
    throw commonErrors.NOT_FOUND();
  return order;
}

/**
 * Any order; whoever asks has the section.
 * @throws NOT_FOUND
 */
export async function orderForStaff(strapi: Core.Strapi, id: string): Promise<Order> {
  const order = await readOrder(strapi.db.connection as unknown as Transaction, id);
  if (!order) throw commonErrors.NOT_FOUND();
  return order;
}
