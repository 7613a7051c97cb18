import type { Transaction } from '@gangway/kit';
import type { Claims, CounterClaim, SeatClaim } from './claims.ts';

const retaken = 'taken again';

/** The departures on which an order has ever had places. */
export async function placesToSell(trx: Transaction, orderId: string): Promise<string[]> {
  const { rows } = await trx.raw(
    `select event_id as "eventId" from seating_claims where order_id = ?
      union select event_id from counter_claims where order_id = ?`,
    [orderId, orderId],
  );
  return (rows as { eventId: string }[]).map(({ eventId }) => eventId);
}

/** What the order held until it ended unpaid, and has not got back since. */
export async function expiredClaims(trx: Transaction, orderId: string): Promise<Claims> {
  const common = `id, event_id as "eventId", zone, hold_id as "holdId", order_id as "orderId", state`;
  const where = `order_id = ? and state = 'held' and released_at is not null and release_reason <> '${retaken}'`;
  const seats = trx.raw(
    `select ${common}, seat_code as "seatCode" from seating_claims where ${where} order by event_id, seat_code`,
    [orderId],
  );
  const counts = trx.raw(
    `select ${common}, pool, ticket_type_id as "ticketTypeId", quantity, takes_place as "takesPlace"
       from counter_claims where ${where} order by event_id, id`,
    [orderId],
  );
  const [lostSeats, lostCounts] = await Promise.all([seats, counts]);
  return { seats: lostSeats.rows as SeatClaim[], counts: lostCounts.rows as CounterClaim[] };
}

/** Their places were bought after all: they do not count as lost again. */
export async function markRetaken(trx: Transaction, { seats, counts }: Claims): Promise<void> {
  for (const [table, claims] of [
    ['seating_claims', seats],
    ['counter_claims', counts],
  ] as const) {
    const ids = claims.map(({ id }) => id);
    await trx.raw(`update ${table} set release_reason = '${retaken}' where id = any(?::bigint[])`, [ids]);
  }
}
