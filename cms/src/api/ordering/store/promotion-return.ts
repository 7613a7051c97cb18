import type { Transaction } from '@gangway/kit';
import type { Order } from '../domain/order.ts';

/** The use of a promotion is free again; nothing happens when the order has none. */
export async function releasePromotion(
  trx: Transaction,
  { orderId, now }: { orderId: string; now: Date },
): Promise<void> {
  const sql = 'update promotion_uses set released_at = ? where order_id = ? and released_at is null';
  await trx.raw(sql, [now.toISOString(), orderId]);
}

/** Takes the use back for an order that had run out; false when others have used the promotion up meanwhile. */
export async function usePromotionAgain(
  trx: Transaction,
  { order, now }: { order: Pick<Order, 'id' | 'promotionId'>; now: Date },
): Promise<boolean> {
  if (order.promotionId === null) return true;
  const { rows } = await trx.raw(
    'insert into promotion_uses (promotion_id, order_id, used_at) values (?, ?, ?) on conflict do nothing returning id',
    [order.promotionId, order.id, now.toISOString()],
  );
  return rows.length > 0 || (await hasUse(trx, order.id));
}

async function hasUse(trx: Transaction, orderId: string): Promise<boolean> {
  const sql = 'select 1 from promotion_uses where order_id = ? and released_at is null';
  return (await trx.raw(sql, [orderId])).rows.length > 0;
}
