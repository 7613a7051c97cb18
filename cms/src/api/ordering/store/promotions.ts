import { requireOpen, type Transaction } from '@gangway/kit';
import type { Promotion } from '../domain/promotion.ts';

/** The seller's active promotion with the code; undefined when there is none. */
export async function readPromotion(
  trx: Transaction,
  { code, sellerId }: { code: string; sellerId: string },
): Promise<Promotion | undefined> {
  const { rows } = await trx.raw(`select row_to_json(r) as row from (${promotionSql}) r`, [code, sellerId]);
  return (rows as { row: Promotion }[])[0]?.row;
}

// Columns of datetime attributes have no zone and hold UTC. A promotion is linked to any row of an activity.
const promotionSql = `
  select t.document_id as id, t.code, t.kind, t.percent, t.amount, t.currency, t.max_uses as "maxUses",
         (extract(epoch from t.valid_from) * 1000)::bigint as "validFrom",
         (extract(epoch from t.valid_to) * 1000)::bigint as "validTo",
         coalesce((select json_agg(distinct a.document_id) from promotions_activities_lnk l
           join activities a on a.id = l.activity_id where l.promotion_id = t.id), '[]') as "activityIds"
    from promotions t
    join promotions_seller_lnk s on s.promotion_id = t.id
    join sellers o on o.id = s.seller_id
   where t.code = ? and o.document_id = ? and coalesce(t.active, true)`;

/** How many orders use the promotion now. */
export async function liveUses(trx: Transaction, promotionId: string): Promise<number> {
  const sql =
    'select count(*)::int as uses from promotion_uses where promotion_id = ? and released_at is null';
  const { rows } = await trx.raw(sql, [promotionId]);
  return (rows as { uses: number }[])[0]?.uses ?? 0;
}

/**
 * Takes a use for the order. The database counts, and lets uses of one promotion wait for each other.
 * @returns false when it is used up
 */
export async function takeUse(
  trx: Transaction,
  { promotionId, orderId, now }: { promotionId: string; orderId: string; now: Date },
): Promise<boolean> {
  requireOpen(trx, 'use a promotion');
  const { rows } = await trx.raw(
    'insert into promotion_uses (promotion_id, order_id, used_at) values (?, ?, ?) returning id',
    [promotionId, orderId, now.toISOString()],
  );
  return rows.length > 0;
}
