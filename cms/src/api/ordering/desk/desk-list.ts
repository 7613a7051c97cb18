import type { Core } from '@strapi/strapi';
import { type Locale, money, pick, type z } from '@gangway/kit';
import type { DeskFilters, deskOrderRow, listDeskOrders } from '../contract/desk-orders.ts';
import { deskSearch } from '../domain/desk-search.ts';
import { stateAt } from '../domain/order-view.ts';
import { type DeskOrder, type DeskTotals, findOrders, totalOrders } from '../store/desk-orders.ts';

export type Listing = { filters: DeskFilters; locale: Locale; now: Date };

/** A page of orders, and what all that were found come to. */
export async function listOrders(
  strapi: Core.Strapi,
  { filters, locale, now }: Listing,
): Promise<z.input<typeof listDeskOrders.response>> {
  const { page, pageSize } = filters;
  const search = deskSearch(filters, now);
  const { orders, totals } = await strapi.db.transaction(async ({ trx }) => ({
    orders: await findOrders(trx, { ...search, page, pageSize }),
    totals: await totalOrders(trx, search),
  }));
  const total = totals.reduce((sum, { orders: count }) => sum + count, 0);
  return {
    data: orders.map((order) => rowView(order, { locale, now })),
    meta: { page, pageSize, total, totals: totals.map(totalView) },
  };
}

function totalView({ orders, currency, total, refunded }: DeskTotals) {
  return { orders, total: { amount: total, currency }, refunded: { amount: refunded, currency } };
}

type Look = { locale: Locale; now: Date };

function rowView(order: DeskOrder, { locale, now }: Look): z.input<typeof deskOrderRow> {
  const { id, number, needsReview, currency, channel, sellerId, tickets } = order;
  return {
    ...{ id, number, status: stateAt(order, now), needsReview: needsReview ?? false, channel },
    ...{ placedAt: order.placedAt.toISOString(), paidAt: order.paidAt?.toISOString() ?? null },
    expiresAt: order.expiresAt?.toISOString() ?? null,
    ...{ total: money(order.total, currency), refunded: money(order.refundedTotal, currency) },
    seller: { id: sellerId, name: pick(order.sellerFacts.name, locale) },
    buyer: { fullName: order.buyerName, email: order.buyerEmail, phone: order.buyerPhone },
    tickets: (tickets ?? []).reduce((sum, { quantity }) => sum + quantity, 0),
    events: (tickets ?? []).map(({ eventId, activity, startAt }) => ({
      ...{ id: eventId, title: pick(activity, locale), startAt },
    })),
  };
}
