import type { Transaction } from '@gangway/kit';
import type { Order } from '../../ordering/domain/order.ts';
import { readRows } from '../../ordering/store/rows.ts';

const moments = ['expiresAt', 'maxExpiresAt', 'placedAt', 'paidAt', 'closedAt'];

/**
 * Orders that guests placed with the address become the account's: whoever confirmed it may see them. Orders of another
 * account are left alone. Address columns of orders are in lower case.
 */
export async function claimGuestOrders(
  trx: Transaction,
  { accountId, email }: { accountId: string; email: string },
): Promise<void> {
  await trx.raw(
    `update orders set account_id = ?,
            customer_id = coalesce((select document_id from customers where account_id = ?), customer_id)
      where document_id in (
        select document_id from orders where buyer_email = lower(?) and account_id is null
         order by document_id for update)`,
    [accountId, accountId, email],
  );
}

/** What the account has bought, the latest first; drafts of the staff are not orders yet. */
export async function readOwnOrders(trx: Transaction, accountId: string): Promise<Order[]> {
  return readRows<Order>(trx, {
    sql: `orders t where t.account_id = ? and t.state <> 'PENDING' order by t.placed_at desc`,
    bindings: [accountId],
    moments,
  });
}

/** Good tickets of departures that have not ended, with their orders' numbers. */
export async function upcomingOrderNumbers(
  trx: Transaction,
  { accountId, now }: { accountId: string; now: Date },
): Promise<string[]> {
  const { rows } = await trx.raw(
    `select distinct o.number from orders o
       join admissions a on a.order_id = o.document_id and a.state = 'issued'
       join events e on e.document_id = a.event_id
      where o.account_id = ? and e.state <> 'cancelled' and e.end_at > ?::timestamptz at time zone 'UTC'
      order by o.number`,
    [accountId, now.toISOString()],
  );
  return (rows as { number: string }[]).map(({ number }) => number);
}

/** Orders stay for the books, and belong to no account. */
export async function releaseOrders(trx: Transaction, accountId: string): Promise<void> {
  await trx.raw('update orders set account_id = null where account_id = ?', [accountId]);
}
