import { send, type Transaction } from '@gangway/kit';
import { type Change, merged } from '../domain/pools.ts';

/** How many places a pool has; undefined leaves the counter as it is. */
export type CapacityOf = (counter: { eventId: string; pool: string }) => number | undefined;

/**
 * Moves the counters, each by one conditional statement, in the fixed order.
 * @returns the first change that does not fit; the caller then rolls back
 */
export async function moveCounters(
  trx: Transaction,
  { changes, capacityOf = () => undefined }: { changes: readonly Change[]; capacityOf?: CapacityOf },
): Promise<Change | undefined> {
  for (const change of merged(changes)) {
    const capacity = capacityOf(change);
    if (await moveCounter(trx, { ...change, capacity })) continue;
    if (capacity === undefined) return change;
    await openCounter(trx, { ...change, capacity });
    if (!(await moveCounter(trx, { ...change, capacity }))) return change;
  }
  return undefined;
}

/** Moves that need no room, as held places become sold: sent in the fixed order, and not waited for. */
export async function shiftCounters(trx: Transaction, changes: readonly Change[]): Promise<void> {
  for (const { eventId, pool, held, sold } of merged(changes))
    await send(trx, moveCounterSql, [held, sold, null, eventId, pool]);
}

/** The places that are left in a pool, as its counter has them; undefined before the first claim. */
export async function placesLeft(
  trx: Transaction,
  { eventId, pool }: { eventId: string; pool: string },
): Promise<number | undefined> {
  const { rows } = await trx.raw(
    'select capacity - held - sold as left from place_counters where event_id = ? and pool = ?',
    [eventId, pool],
  );
  return (rows as { left: number }[])[0]?.left;
}

/** The guard against selling a place twice: a counter grows only while it stays within its capacity. */
export const moveCounterSql = `
  update place_counters c
     set held = c.held + m.held, sold = c.sold + m.sold, capacity = coalesce(m.capacity, c.capacity)
    from (select ?::int as held, ?::int as sold, ?::int as capacity) m
   where c.event_id = ? and c.pool = ?
     and (m.held + m.sold <= 0 or c.held + m.held + c.sold + m.sold <= coalesce(m.capacity, c.capacity))`;

type Move = Change & { capacity?: number | undefined };

async function moveCounter(trx: Transaction, { eventId, pool, held, sold, capacity }: Move) {
  const known = held + sold > 0 ? (capacity ?? null) : null;
  const { rowCount } = await trx.raw(moveCounterSql, [held, sold, known, eventId, pool]);
  return rowCount === 1;
}

/** Whoever is second at opening a counter waits for the first, and then finds it open. */
async function openCounter(trx: Transaction, { eventId, pool, capacity }: Change & { capacity: number }) {
  await trx.raw(
    'insert into place_counters (event_id, pool, capacity) values (?, ?, ?) on conflict do nothing',
    [eventId, pool, Math.max(0, capacity)],
  );
}
