import type { Core } from '@strapi/strapi';
import { commonErrors, type Locale, type Person } from '@gangway/kit';
import { paymentsOf } from '@gangway/payments/contract';
import { catalogueProjection } from '../../catalog/projection/catalogue-projection.ts';
import type { OrderView } from '../contract/order-view.ts';
import { orderView } from '../domain/order-view.ts';
import { orderAccess } from '../order-access.ts';
import { readLines, readOrder } from '../store/orders.ts';

export type Showing = {
  id: string;
  person: Person;
  accessToken: string | undefined;
  session: string | undefined;
  locale: Locale;
  now: Date;
};

/** The order for who may see it. @throws NOT_FOUND for everybody else, too */
export async function showOrder(strapi: Core.Strapi, showing: Showing): Promise<OrderView> {
  const { id, locale, now, ...shown } = showing;
  const found = await strapi.db.transaction(async ({ trx }) => {
    const [order, lines, payments] = await Promise.all([
      readOrder(trx, id),
      readLines(trx, id),
      paymentsOf(strapi).list(trx, { kind: 'order', id }),
    ]);
    return order && { order, lines, payments };
  });
  if (!found || !orderAccess(strapi).allows({ order: found.order, ...shown })) throw commonErrors.NOT_FOUND();
  const departures = catalogueProjection(strapi).current()?.byId ?? new Map();
  return orderView({ ...found, departures, locale, now });
}
