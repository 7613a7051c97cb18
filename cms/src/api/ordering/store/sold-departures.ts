import { type Localized, newId, requireOpen, type Transaction } from '@gangway/kit';
import type { Cause, Sailing } from '../domain/departure-change.ts';
import type { Order, OrderLine } from '../domain/order.ts';
import type { RefundRequest } from '../domain/refund-request.ts';
import { readRows } from './rows.ts';

/** A departure as the back office changes it. */
export type SoldDeparture = Sailing & {
  id: string;
  state: string;
  timezone: string;
  titles: { locale: string; title: string }[];
  vessel: Localized | null;
  notice: Localized | null;
};

const iso = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const linked = (attribute: string, { table, select }: { table: string; select: string }) =>
  `(select ${select} from events_${attribute}_lnk l join ${table} o on o.id = l.${attribute}_id
     where l.event_id = e.id limit 1)`;

// Columns of datetime attributes have no zone and hold UTC.
const departureSql = `
  select row_to_json(r) as row from (
    select e.document_id as id, e.state, e.timezone, ${iso('e.start_at')} as "startAt", ${iso('e.end_at')} as "endAt",
           coalesce(e.delay_minutes, 0) as "delayMinutes", e.notice,
           ${linked('berth', { table: 'berths', select: 'o.document_id' })} as "berthId",
           ${linked('berth', { table: 'berths', select: 'o.name' })} as berth,
           ${linked('vessel', { table: 'vessels', select: 'o.name' })} as vessel,
           coalesce((select json_agg(json_build_object('locale', a.locale, 'title', a.title) order by a.published_at nulls last)
              from activities a where a.document_id in (
                select o.document_id from events_activity_lnk l join activities o on o.id = l.activity_id
                 where l.event_id = e.id)), '[]') as titles
      from events e where e.document_id = ?) r`;

/** Undefined: there is none. */
export async function readSoldDeparture(
  trx: Transaction,
  eventId: string,
): Promise<SoldDeparture | undefined> {
  const { rows } = await trx.raw(departureSql, [eventId]);
  return (rows as { row: SoldDeparture }[])[0]?.row;
}

const orderMoments = ['expiresAt', 'maxExpiresAt', 'placedAt', 'paidAt', 'closedAt'];

/** Orders with tickets of the departure that are paid for or may yet be, the earliest first. */
export async function readOrdersOn(trx: Transaction, eventId: string): Promise<Order[]> {
  return readRows<Order>(trx, {
    sql: `orders t where t.state in ('PENDING', 'LOCKED', 'PAID', 'PARTIALLY_REFUNDED')
            and t.document_id in (select order_id from order_lines where event_id = ?) order by t.placed_at, t.id`,
    bindings: [eventId],
    moments: orderMoments,
  });
}

type OfOrders = { lines: Map<string, OrderLine[]>; requests: Map<string, RefundRequest[]> };

/** What those orders are made of, by order. */
export async function readPartsOf(trx: Transaction, orderIds: readonly string[]): Promise<OfOrders> {
  const bindings = [[...orderIds]];
  const lines = await readRows<OrderLine>(trx, {
    ...{ sql: 'order_lines t where t.order_id = any(?) order by t.position', bindings },
    moments: ['refundedAt'],
  });
  const requests = await readRows<RefundRequest>(trx, {
    ...{ sql: 'refund_requests t where t.order_id = any(?) order by t.requested_at, t.id', bindings },
    moments: ['requestedAt', 'decidedAt'],
  });
  return {
    lines: Map.groupBy(lines, ({ orderId }) => orderId),
    requests: Map.groupBy(requests, ({ orderId }) => orderId),
  };
}

export type NamedBerth = { id: string; name: Localized };

/** Where departures may leave from. */
export async function readBerths(trx: Transaction): Promise<NamedBerth[]> {
  const { rows } = await trx.raw(
    `select row_to_json(r) as row from (
       select document_id as id, name from berths where not coalesce(archived, false) order by label, id) r`,
    [],
  );
  return (rows as { row: NamedBerth }[]).map(({ row }) => row);
}

type Deed = { eventId: string; staffId: string; cause: Cause; reason: string; now: Date };

export async function insertCancellation(trx: Transaction, deed: Deed): Promise<void> {
  requireOpen(trx, 'cancel a departure');
  const { eventId, staffId, cause, reason, now } = deed;
  await trx.raw(
    'insert into departure_cancellations (event_id, cancelled_at, staff_id, cause, reason) values (?, ?, ?, ?, ?)',
    [eventId, now.toISOString(), staffId, cause, reason],
  );
}

type Change = Deed & { refundable: boolean; before: Sailing; after: Sailing };

/** @returns the id of the change */
export async function insertChange(trx: Transaction, change: Change): Promise<string> {
  requireOpen(trx, 'change a departure');
  const { eventId, staffId, cause, reason, refundable, before, after, now } = change;
  const id = newId();
  await trx.raw(
    `insert into departure_changes (id, event_id, changed_at, staff_id, cause, reason, refundable, before, after)
     values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)`,
    [
      ...[id, eventId, now.toISOString(), staffId, cause, reason, refundable],
      ...[JSON.stringify(before), JSON.stringify(after)],
    ],
  );
  return id;
}

/** What was done to departures, as letters tell of it. */
export type DepartureDeeds = {
  changes: {
    id: string;
    eventId: string;
    cause: Cause;
    refundable: boolean;
    before: Sailing;
    after: Sailing;
  }[];
  cancellations: { eventId: string; cause: Cause }[];
};

export async function readDepartureDeeds(
  trx: Transaction,
  eventIds: readonly string[],
): Promise<DepartureDeeds> {
  const changes = await trx.raw(
    `select row_to_json(r) as row from (select id, event_id as "eventId", cause, refundable, before, after
       from departure_changes where event_id = any(?) order by changed_at, id) r`,
    [[...eventIds]],
  );
  const cancellations = await trx.raw(
    'select event_id as "eventId", cause from departure_cancellations where event_id = any(?)',
    [[...eventIds]],
  );
  return {
    changes: (changes.rows as { row: DepartureDeeds['changes'][number] }[]).map(({ row }) => row),
    cancellations: cancellations.rows as DepartureDeeds['cancellations'],
  };
}

export type CancelledOrder = { eventId: string; orderId: string };

/** Undefined: the departure was not cancelled, or this order has been dealt with. */
export async function openCancellation(
  trx: Transaction,
  { eventId, orderId }: CancelledOrder,
): Promise<{ staffId: string; reason: string } | undefined> {
  const { rows } = await trx.raw(
    `select staff_id as "staffId", reason from departure_cancellations c where event_id = ? and not exists (
       select from departure_cancelled_orders o where o.event_id = c.event_id and o.order_id = ?)`,
    [eventId, orderId],
  );
  return (rows as { staffId: string; reason: string }[])[0];
}

type Handled = CancelledOrder & {
  outcome: 'refunded' | 'ended' | 'nothing';
  refundRequestId: string | null;
  now: Date;
};

export async function noteHandled(trx: Transaction, handled: Handled): Promise<void> {
  const { eventId, orderId, outcome, refundRequestId, now } = handled;
  await trx.raw(
    `insert into departure_cancelled_orders (event_id, order_id, handled_at, outcome, refund_request_id)
     values (?, ?, ?, ?, ?)`,
    [eventId, orderId, now.toISOString(), outcome, refundRequestId],
  );
}

/** @returns those of them for which no job was made before; from now on one was */
export async function noteJobs(
  trx: Transaction,
  orders: readonly CancelledOrder[],
): Promise<CancelledOrder[]> {
  requireOpen(trx, 'make jobs of cancelled orders');
  const { rows } = await trx.raw(
    `insert into departure_cancelled_jobs (event_id, order_id) select * from unnest(?::text[], ?::text[])
     on conflict do nothing returning event_id as "eventId", order_id as "orderId"`,
    [orders.map(({ eventId }) => eventId), orders.map(({ orderId }) => orderId)],
  );
  return rows as CancelledOrder[];
}

/** Orders on cancelled departures that nobody was given: paid at the very moment of the cancellation. */
export async function forgottenOrders(
  trx: Transaction,
  { since, limit }: { since: Date; limit: number },
): Promise<CancelledOrder[]> {
  const { rows } = await trx.raw(
    `select distinct c.event_id as "eventId", l.order_id as "orderId"
       from departure_cancellations c
       join order_lines l on l.event_id = c.event_id
       join orders o on o.document_id = l.order_id
      where c.cancelled_at >= ? and o.state in ('PENDING', 'LOCKED', 'PAID', 'PARTIALLY_REFUNDED')
        and not exists (select from departure_cancelled_orders h
                         where h.event_id = c.event_id and h.order_id = l.order_id)
        and not exists (select from departure_cancelled_jobs j
                         where j.event_id = c.event_id and j.order_id = l.order_id)
      order by 1, 2 limit ?`,
    [since.toISOString(), limit],
  );
  return rows as CancelledOrder[];
}
