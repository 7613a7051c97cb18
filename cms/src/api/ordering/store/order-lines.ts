import type { Transaction } from '@gangway/kit';

/** Another seat of the same zone, given to a buyer whose own was sold meanwhile. */
export type MovedSeat = { eventId: string; from: string; to: string; zone: string };

/**
 * Writes the new seats into the lines of an order; two seats may change places with each other. Nobody is moved to a
 * table that is sold whole.
 */
export async function moveSeats(
  trx: Transaction,
  { orderId, moved, now }: { orderId: string; moved: readonly MovedSeat[]; now: Date },
): Promise<void> {
  if (moved.length === 0) return;
  await trx.raw(
    `update order_lines l set seat_code = m."to", zone = m.zone, facts = l.facts - 'wholeTable', updated_at = ?
       from jsonb_to_recordset(?::jsonb) as m("eventId" text, "from" text, "to" text, zone text)
      where l.order_id = ? and l.event_id = m."eventId" and l.seat_code = m."from"`,
    [now.toISOString(), JSON.stringify(moved), orderId],
  );
}

/** Counts what came back into the lines. */
export async function addRefunded(
  trx: Transaction,
  { shares, now }: { shares: readonly { lineId: string; amount: number }[]; now: Date },
): Promise<void> {
  await trx.raw(
    `update order_lines l set refunded_amount = l.refunded_amount + s.amount, refunded_at = ?, updated_at = ?
       from jsonb_to_recordset(?::jsonb) as s("lineId" text, amount integer)
      where l.document_id = s."lineId"`,
    [now.toISOString(), now.toISOString(), JSON.stringify(shares)],
  );
}
