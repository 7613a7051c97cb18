import type { Currency, Transaction } from '@gangway/kit';
import { type DeskSearch, isNarrow } from '../domain/desk-search.ts';
import type { Order } from '../domain/order.ts';
import { latestFirst, latestFound, ordersFound, type Sql } from './desk-conditions.ts';

/** What a list of the back office shows of an order. */
export type DeskOrder = Pick<
  Order,
  | 'id'
  | 'number'
  | 'needsReview'
  | 'placedAt'
  | 'paidAt'
  | 'currency'
  | 'total'
  | 'refundedTotal'
  | 'channel'
  | 'sellerId'
  | 'buyerName'
  | 'buyerEmail'
  | 'buyerPhone'
  | 'state'
  | 'expiresAt'
> & { sellerName: Order['sellerFacts']['name'] };

/** The tickets of an order for one departure; name and time are those of the sale. */
export type DeskTickets = {
  orderId: string;
  eventId: string;
  quantity: number;
  activity: Order['sellerFacts']['name'];
  startAt: string;
};

export type DeskTotals = { orders: number; currency: Currency; total: number; refunded: number };

/** `losses`: how often orders have lost words by which they are found; a number, as text. */
export type DeskPage = { orders: DeskOrder[]; tickets: DeskTickets[]; losses: string };

export type DeskListing = DeskPage & { counted: DeskTotals[] };

export type PageWish = { search: DeskSearch; page: number; pageSize: number };

type Reading = Pick<Transaction, 'raw'>;

/**
 * A page of the orders that were found, the latest first, with their tickets, and what all of them come to by currency,
 * of one moment. Counting stops at `atMost` orders. A narrow search is looked up first, however many the planner expects:
 * when it finds `atMost` orders, its page is empty and left to `findPage`.
 */
export async function findOrders(reads: Reading, wish: PageWish & { atMost: number }): Promise<DeskListing> {
  const { sql, bindings } = (isNarrow(wish.search) ? narrowList : wideList)(wish);
  const text = `with ${sql}, ${shown} select (${countedSql}) as counted, ${pageSql}`;
  const { rows } = await reads.raw(text, bindings);
  const [found] = rows as [Written & { counted: DeskTotals[] | null }];
  return { ...read(found), counted: found.counted ?? [] };
}

/** A page of the orders that were found, however many there are. */
export async function findPage(reads: Reading, wish: PageWish): Promise<DeskPage> {
  const { sql, bindings } = pageOfAll(wish);
  const { rows } = await reads.raw(`with ${sql}, ${shown} select ${pageSql}`, bindings);
  const [found] = rows as [Written];
  return read(found);
}

type Moments = 'placedAt' | 'paidAt' | 'expiresAt';

/** As PostgreSQL writes JSON: nothing for no rows, moments as text of UTC without a zone. */
interface Written {
  orders:
    | (Omit<DeskOrder, Moments> & { placedAt: string; paidAt: string | null; expiresAt: string | null })[]
    | null;
  tickets: DeskTickets[] | null;
  losses: string;
}

function read({ orders, tickets, losses }: Written): DeskPage {
  return {
    orders: (orders ?? []).map(({ placedAt, paidAt, expiresAt, ...order }) => ({
      ...order,
      ...{ placedAt: new Date(`${placedAt}Z`), paidAt: momentOf(paidAt), expiresAt: momentOf(expiresAt) },
    })),
    ...{ tickets: tickets ?? [], losses },
  };
}

const momentOf = (text: string | null) => (text === null ? null : new Date(`${text}Z`));

/** What everything that was found comes to, by currency. */
export async function totalOrders(reads: Reading, search: DeskSearch): Promise<DeskTotals[]> {
  const { sql, bindings } = ordersFound(search);
  const { rows } = await reads.raw(`with found as (${sql}) select (${countedSql}) as counted`, bindings);
  return (rows as { counted: DeskTotals[] | null }[])[0]?.counted ?? [];
}

const placeOf = ({ page, pageSize }: PageWish) => ({ limit: pageSize, offset: (page - 1) * pageSize });

function narrowList(wish: PageWish & { atMost: number }): Sql {
  const found = ordersFound(wish.search);
  const { limit, offset } = placeOf(wish);
  return {
    sql: `found as materialized (select * from (${found.sql}) s limit ${wish.atMost}),
      page as (select id from found where (select count(*) from found) < ${wish.atMost} ${latestFirst} limit ? offset ?)`,
    bindings: [...found.bindings, limit, offset],
  };
}

function wideList(wish: PageWish & { atMost: number }): Sql {
  const found = ordersFound(wish.search);
  const page = pageOfAll(wish);
  return {
    sql: `found as (select * from (${found.sql}) s limit ${wish.atMost}), ${page.sql}`,
    bindings: [...found.bindings, ...page.bindings],
  };
}

function pageOfAll(wish: PageWish): Sql {
  const { sql, bindings } = latestFound(wish.search, placeOf(wish));
  return { sql: `page as (${sql})`, bindings };
}

const countedSql = `select json_agg(c) from (
  select count(*)::int as orders, currency, sum(total) as total, sum(refunded_total) as refunded
    from found group by currency order by currency) c`;

/** What the orders and their lines say is read for the rows of the page alone. */
const shown = 'shown as materialized (select o.* from page join orders o using (id))';

const ordersSql = `select json_agg(json_build_object(
    'id', document_id, 'number', number, 'state', state, 'needsReview', needs_review, 'channel', channel,
    'placedAt', placed_at, 'paidAt', paid_at, 'expiresAt', expires_at, 'currency', currency, 'total', total,
    'refundedTotal', refunded_total, 'sellerId', seller_id, 'sellerName', seller_facts -> 'name',
    'buyerName', buyer_name, 'buyerEmail', buyer_email, 'buyerPhone', buyer_phone)
    order by placed_at desc, id desc) from shown`;

const ticketsSql = `select json_agg(t) from (
  select l.order_id as "orderId", l.event_id as "eventId", sum(l.quantity)::int as quantity,
         min(l.facts ->> 'startAt') as "startAt", (array_agg(l.facts -> 'activity'))[1] as activity
    from shown join order_lines l on l.order_id = shown.document_id
   where l.kind = 'admission' group by l.order_id, l.event_id order by 4, 2) t`;

const pageSql = `(${ordersSql}) as orders, (${ticketsSql}) as tickets,
  (select times from order_word_losses) as losses`;
