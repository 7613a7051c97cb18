import type { Transaction } from '@gangway/kit';
import type { CountUses } from '../../../frame/editing/keep-used.ts';
import type { Uses } from '../../../frame/editing/uses.ts';

type Subject = 'event' | 'ticketType' | 'price' | 'product' | 'fee' | 'promotion' | 'seller';

/** How many orders, whatever became of them, and places held at the moment there are of a thing that is sold. */
export function soldAs(subject: Subject): CountUses {
  const { orders, held } = questions[subject];
  return async ({ trx, documentId, now }) => ({
    orders: await count(trx, orders, [documentId]),
    ...(await heldPlaces(trx, held, { documentId, now })),
  });
}

async function heldPlaces(
  trx: Transaction,
  sql: string | undefined,
  { documentId, now }: { documentId: string; now: Date },
): Promise<Uses> {
  return sql ? { heldPlaces: await count(trx, sql, [documentId, now]) } : {};
}

async function count(trx: Transaction, sql: string, bindings: readonly unknown[]): Promise<number> {
  const { rows } = await trx.raw(sql, bindings);
  return (rows as { count: number }[])[0]?.count ?? 0;
}

const ordersBy = (column: string) =>
  `select count(distinct order_id)::int as count from order_lines where ${column} = ?`;

const live = `released_at is null and (state <> 'held' or expires_at > ?)`;

// A price leaves no id in an order: what was sold of its type, zone and departures came by it, or may have.
const ordersByPrice = `
  select count(distinct l.order_id)::int as count
    from prices p
    join prices_ticket_type_lnk pt on pt.price_id = p.id
    join ticket_types t on t.id = pt.ticket_type_id
    join order_lines l on l.ticket_type_id = t.document_id and (p.zone is null or p.zone = l.zone)
    join events e on e.document_id = l.event_id
    left join prices_event_lnk pe on pe.price_id = p.id
   where p.document_id = ?
     and (pe.event_id = e.id or (pe.event_id is null and exists (
           select from prices_activity_lnk pa
             join activities priced on priced.id = pa.activity_id
             join activities sailed on sailed.document_id = priced.document_id
             join events_activity_lnk ea on ea.activity_id = sailed.id
            where pa.price_id = p.id and ea.event_id = e.id)))`;

const questions: Record<Subject, { orders: string; held?: string }> = {
  event: {
    orders: ordersBy('event_id'),
    held: `
      with asked as (select ?::text as event_id, ?::timestamptz as at)
      select ((select count(*) from seating_claims c where c.event_id = asked.event_id and c.released_at is null
                  and (c.state <> 'held' or c.expires_at > asked.at))
            + (select coalesce(sum(c.quantity), 0) from counter_claims c
                where c.event_id = asked.event_id and c.released_at is null
                  and (c.state <> 'held' or c.expires_at > asked.at)))::int as count
        from asked`,
  },
  ticketType: {
    orders: ordersBy('ticket_type_id'),
    held: `select coalesce(sum(quantity), 0)::int as count from counter_claims where ticket_type_id = ? and ${live}`,
  },
  price: { orders: ordersByPrice },
  product: { orders: ordersBy('product_id') },
  fee: { orders: ordersBy('fee_id') },
  promotion: { orders: 'select count(*)::int as count from orders where promotion_id = ?' },
  seller: { orders: 'select count(*)::int as count from orders where seller_id = ?' },
};
