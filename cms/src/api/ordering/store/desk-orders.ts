import type { Currency, Transaction } from '@gangway/kit';
import type { DeskSearch } from '../domain/desk-search.ts';
import type { Order } from '../domain/order.ts';
import { readRows } from './rows.ts';

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
  | 'sellerFacts'
  | 'buyerName'
  | 'buyerEmail'
  | 'buyerPhone'
  | 'state'
  | 'expiresAt'
> & { tickets: DeskTickets[] | null };

/** The tickets of an order for one departure; `facts` are those of the sale. */
export type DeskTickets = {
  eventId: string;
  quantity: number;
  activity: Order['sellerFacts']['name'];
  startAt: string;
};

export type DeskTotals = { orders: number; currency: Currency; total: number; refunded: number };

/** One page of the orders that were found, the latest first. */
export async function findOrders(
  trx: Transaction,
  search: DeskSearch & { page: number; pageSize: number },
): Promise<DeskOrder[]> {
  const { where, bindings } = conditions(search);
  const moments = ['placedAt', 'paidAt', 'expiresAt'];
  const sql = `(select o.*, (${ticketsSql}) as tickets from orders o where ${where}
    order by o.placed_at desc, o.id desc limit ? offset ?) t order by t.placed_at desc, t.id desc`;
  const page = [search.pageSize, (search.page - 1) * search.pageSize];
  return readRows<DeskOrder>(trx, { sql, bindings: [...bindings, ...page], moments });
}

/** What everything that was found comes to, by currency. */
export async function totalOrders(trx: Transaction, search: DeskSearch): Promise<DeskTotals[]> {
  const { where, bindings } = conditions(search);
  const { rows } = await trx.raw(
    `select count(*)::int as orders, currency, sum(total)::text as total, sum(refunded_total)::text as refunded
       from orders o where ${where} group by currency order by currency`,
    bindings,
  );
  return (rows as (Omit<DeskTotals, 'total' | 'refunded'> & { total: string; refunded: string })[]).map(
    ({ orders, currency, total, refunded }) => ({
      ...{ orders, currency, total: Number(total), refunded: Number(refunded) },
    }),
  );
}

const ticketsSql = `
  select json_agg(e order by e."startAt") from (
    select l.event_id as "eventId", sum(l.quantity)::int as quantity,
           min(l.facts::jsonb ->> 'startAt') as "startAt", (array_agg(l.facts::jsonb -> 'activity'))[1] as activity
      from order_lines l where l.order_id = o.document_id and l.kind = 'admission' group by l.event_id
  ) e`;

type Condition = { sql: string; bindings: readonly unknown[] };

function conditions(search: DeskSearch): { where: string; bindings: unknown[] } {
  const all = [
    ...[stateIs(search), eventIs(search), buyerIs(search), placed(search), words(search)].flat(),
    ...equal('o.channel', search.channel),
    ...equal('o.seller_id', search.sellerId),
    ...equal('o.number', search.number),
    ...equal('coalesce(o.needs_review, false)', search.needsReview),
  ];
  return {
    where: ['true', ...all.map(({ sql }) => `(${sql})`)].join(' and '),
    bindings: all.flatMap(({ bindings }) => bindings),
  };
}

function equal(column: string, value: unknown): Condition[] {
  return value === undefined ? [] : [{ sql: `${column} = ?`, bindings: [value] }];
}

/** By what the clock makes of the state: an order that ran out is expired before it is tidied up. */
function stateIs({ states, now }: DeskSearch): Condition[] {
  if (!states) return [];
  const current = `case when o.state in ('PENDING', 'LOCKED') and o.expires_at <= ? then 'EXPIRED' else o.state end`;
  return [{ sql: `${current} = any(?)`, bindings: [now.toISOString(), states] }];
}

function eventIs({ eventId }: DeskSearch): Condition[] {
  if (eventId === undefined) return [];
  const sql = 'o.document_id in (select order_id from order_lines where event_id = ?)';
  return [{ sql, bindings: [eventId] }];
}

function buyerIs({ email, phoneEnd }: DeskSearch): Condition[] {
  const byPhone = { sql: 'o.buyer_phone like ?', bindings: [`%${phoneEnd}`] };
  return [...equal('o.buyer_email', email), ...(phoneEnd === undefined ? [] : [byPhone])];
}

function placed({ from, until }: DeskSearch): Condition[] {
  return [
    ...(from ? [{ sql: 'o.placed_at >= ?', bindings: [from.toISOString()] }] : []),
    ...(until ? [{ sql: 'o.placed_at < ?', bindings: [until.toISOString()] }] : []),
  ];
}

function words({ text, textNumber, textPhoneEnd }: DeskSearch): Condition[] {
  if (text === undefined) return [];
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const phone = textPhoneEnd === undefined ? [] : equal('right(o.buyer_phone, ?)', textPhoneEnd);
  const any = [
    { sql: 'o.buyer_name ilike ? or o.buyer_email ilike ?', bindings: [like, like] },
    ...equal('o.number', textNumber),
    ...phone.map(({ sql }) => ({ sql, bindings: [textPhoneEnd?.length, textPhoneEnd] })),
  ];
  return [{ sql: any.map(({ sql }) => sql).join(' or '), bindings: any.flatMap(({ bindings }) => bindings) }];
}
