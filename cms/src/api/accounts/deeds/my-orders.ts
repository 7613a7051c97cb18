import type { Core } from '@strapi/strapi';
import type { Locale, Transaction, z } from '@gangway/kit';
import { catalogueProjection } from '../../catalog/projection/catalogue-projection.ts';
import type { Order } from '../../ordering/domain/order.ts';
import { orderView } from '../../ordering/domain/order-view.ts';
import { refundRequestView } from '../../ordering/refunds/refund-view.ts';
import { readAdmissions } from '../../ordering/store/admissions.ts';
import { readLines } from '../../ordering/store/orders.ts';
import { readRefundRequests } from '../../ordering/store/refund-requests.ts';
import { readTickets } from '../../tickets/read-papers.ts';
import { ticketView } from '../../tickets/ticket-list.ts';
import type { listMyOrders, listMyTickets, MyOrder } from '../contract/my-orders.ts';
import { inOrderOfTime, myOrder } from '../domain/my-order.ts';
import { findAccount } from '../store/accounts.ts';
import { claimGuestOrders, readOwnOrders } from '../store/own-orders.ts';

type Asking = { accountId: string; locale: Locale; now: Date };
type Listing = Asking & { query: z.output<typeof listMyOrders.query> };

export async function myOrders(
  strapi: Core.Strapi,
  { query: { when, page, pageSize }, ...asking }: Listing,
): Promise<z.input<typeof listMyOrders.response>> {
  const orders = inOrderOfTime(
    await strapi.db.transaction(({ trx }) => allOrders(strapi, { trx, ...asking })),
  );
  const asked = when ? orders.filter(({ upcoming }) => upcoming === (when === 'upcoming')) : orders;
  const data = asked.slice((page - 1) * pageSize, page * pageSize);
  return { data, meta: { page, pageSize, total: asked.length } };
}

type Reading = Asking & { trx: Transaction };

/** What guests have bought with the confirmed address since the last look comes along. */
async function ownOrders(trx: Transaction, accountId: string): Promise<Order[]> {
  const account = await findAccount(trx, accountId);
  if (account) await claimGuestOrders(trx, { accountId, email: account.email });
  return readOwnOrders(trx, accountId);
}

async function allOrders(strapi: Core.Strapi, { trx, accountId, ...looking }: Reading): Promise<MyOrder[]> {
  const orders: MyOrder[] = [];
  for (const order of await ownOrders(trx, accountId)) {
    orders.push(await shown(strapi, { trx, order, ...looking }));
  }
  return orders;
}

type Showing = { trx: Transaction; order: Order; locale: Locale; now: Date };

async function shown(strapi: Core.Strapi, { trx, order, locale, now }: Showing): Promise<MyOrder> {
  const lines = await readLines(trx, order.id);
  const departures = catalogueProjection(strapi).current()?.byId ?? new Map();
  const admissions = await readAdmissions(trx, order.id);
  const requests = (await readRefundRequests(trx, order.id)).filter(({ state }) => state !== 'refused');
  return myOrder({
    view: orderView({ order, lines, departures, locale, now }),
    issued: admissions.filter(({ state }) => state === 'issued').length,
    refunds: requests.map(refundRequestView).map(({ status, amount, requestedAt, dueBy }) => ({
      ...{ status, amount, requestedAt, dueBy },
    })),
    now,
  });
}

type Tickets = z.input<typeof listMyTickets.response>['data'];

export async function myTickets(strapi: Core.Strapi, { accountId, locale, now }: Asking): Promise<Tickets> {
  const orders = await strapi.db.transaction(({ trx }) => ownOrders(trx, accountId));
  const tickets: Tickets = [];
  for (const order of orders.filter(({ paidAt }) => paidAt !== null)) {
    const own = (await readTickets(strapi, { order, locale })).map(ticketView);
    tickets.push(...own.map((ticket) => ({ ...ticket, orderId: order.id })));
  }
  const ahead = tickets.filter(({ state, endAt }) => state === 'issued' && Date.parse(endAt) > now.getTime());
  return ahead.toSorted((one, other) => Date.parse(one.startAt) - Date.parse(other.startAt));
}
