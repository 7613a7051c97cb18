import type { Core } from '@strapi/strapi';
import { type Locale, money, pick, type z } from '@gangway/kit';
import { keptReads } from '../../../frame/database/quick-reads.ts';
import type { DeskFilters, deskOrderRow, listDeskOrders, totalDeskOrders } from '../contract/desk-orders.ts';
import { deskSearch, isNarrow } from '../domain/desk-search.ts';
import { stateAt } from '../domain/order-view.ts';
import {
  type DeskOrder,
  type DeskPage,
  type DeskTickets,
  type DeskTotals,
  findOrders,
  findPage,
  type PageWish,
  totalOrders,
} from '../store/desk-orders.ts';
import { manyFound } from './many-found.ts';

export type Listing = { filters: DeskFilters; locale: Locale; now: Date };

/** So many orders are counted for each list; what is more than that is counted when somebody asks. */
const countedAtMost = 1_000;

/** A page of orders, and what all that were found come to, as far as that is quickly said. */
export async function listOrders(
  strapi: Core.Strapi,
  { filters, locale, now }: Listing,
): Promise<z.input<typeof listDeskOrders.response>> {
  const { page, pageSize } = filters;
  const { found, counted } = await find(strapi, { search: deskSearch(filters, now), page, pageSize });
  return { data: rowViews(found, { locale, now }), meta: { page, pageSize, ...counted } };
}

async function find(strapi: Core.Strapi, wish: PageWish) {
  const reads = keptReads(strapi);
  const many = manyFound(strapi);
  const known = many.has(wish.search) ? await findPage(reads, wish) : undefined;
  if (known && many.holds(wish.search, known.losses)) return { found: known, counted: manyMore };
  const found = await findOrders(reads, { ...wish, atMost: countedAtMost + 1 });
  const counted = countedView(found.counted);
  if (!counted.more || !isNarrow(wish.search)) return { found, counted };
  many.keep(wish.search, found.losses);
  return { found: await findPage(reads, wish), counted };
}

const manyMore = { total: countedAtMost, more: true as const, totals: [] };

function countedView(totals: DeskTotals[]) {
  const found = sumOf(totals);
  if (found > countedAtMost) return manyMore;
  return { more: undefined, total: found, totals: totals.map(totalView) };
}

const sumOf = (totals: DeskTotals[]) => totals.reduce((sum, { orders }) => sum + orders, 0);

export type Counting = { filters: Omit<DeskFilters, 'page' | 'pageSize'>; now: Date };

/** What everything that is found comes to, however much it is: it may take a moment among a million orders. */
export async function countOrders(
  strapi: Core.Strapi,
  { filters, now }: Counting,
): Promise<z.input<typeof totalDeskOrders.response>> {
  const totals = await totalOrders(strapi.db.connection, deskSearch(filters, now));
  return { data: { orders: sumOf(totals), totals: totals.map(totalView) } };
}

function totalView({ orders, currency, total, refunded }: DeskTotals) {
  return { orders, total: { amount: total, currency }, refunded: { amount: refunded, currency } };
}

type Look = { locale: Locale; now: Date };

function rowViews({ orders, tickets }: DeskPage, look: Look): z.input<typeof deskOrderRow>[] {
  const ticketsOf = Map.groupBy(tickets, ({ orderId }) => orderId);
  return orders.map((order) => rowView({ ...order, tickets: ticketsOf.get(order.id) ?? [] }, look));
}

type Row = DeskOrder & { tickets: DeskTickets[] };

function rowView(order: Row, { locale, now }: Look): z.input<typeof deskOrderRow> {
  const { id, number, needsReview, currency, channel, sellerId, tickets } = order;
  return {
    ...{ id, number, status: stateAt(order, now), needsReview: needsReview ?? false, channel },
    ...{ placedAt: order.placedAt.toISOString(), paidAt: order.paidAt?.toISOString() ?? null },
    expiresAt: order.expiresAt?.toISOString() ?? null,
    ...{ total: money(order.total, currency), refunded: money(order.refundedTotal, currency) },
    seller: { id: sellerId, name: pick(order.sellerName, locale) },
    buyer: { fullName: order.buyerName, email: order.buyerEmail, phone: order.buyerPhone },
    tickets: tickets.reduce((sum, { quantity }) => sum + quantity, 0),
    events: tickets.map(({ eventId, activity, startAt }) => ({
      ...{ id: eventId, title: pick(activity, locale), startAt },
    })),
  };
}
