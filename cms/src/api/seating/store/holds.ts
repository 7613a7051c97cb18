import { send, type Transaction } from '@gangway/kit';
import type { Term } from '../domain/hold-terms.ts';

export type HoldRow = Term & {
  id: string;
  eventId: string;
  state: 'active' | 'ordered' | 'released';
  orderId: string | null;
};

const columns = `
  id, event_id as "eventId", state, order_id as "orderId", expires_at as "expiresAt", max_expires_at as "maxExpiresAt"`;

export type NewHold = Term & {
  id: string;
  eventId: string;
  sessionHash: string;
  customerId?: string | undefined;
  now: Date;
};

/** Not waited for: what stands behind it needs its rows. */
export async function insertHolds(trx: Transaction, holds: readonly NewHold[]): Promise<void> {
  if (holds.length === 0) return;
  const column = <Name extends keyof NewHold>(name: Name) => holds.map((hold) => hold[name] ?? null);
  const names = ['id', 'eventId', 'sessionHash', 'customerId', 'expiresAt', 'maxExpiresAt', 'now'] as const;
  await send(
    trx,
    `insert into holds (id, event_id, session_hash, customer_id, state, expires_at, max_expires_at, created_at)
     select id, event_id, session_hash, customer_id, 'active', expires_at, max_expires_at, created_at
       from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[])
         as h(id, event_id, session_hash, customer_id, expires_at, max_expires_at, created_at)`,
    names.map(column),
  );
}

export type HoldQuestion = { sessionHash: string; eventId?: string; holdIds?: readonly string[] | undefined };

/** The active holds of these sessions on the departure, dead by predicate or not, locked in the order of their ids. */
export async function activeHoldsOn(
  trx: Transaction,
  { eventId, sessionHashes }: { eventId: string; sessionHashes: readonly string[] },
): Promise<(HoldRow & { sessionHash: string })[]> {
  const { rows } = await trx.raw(
    `select ${columns}, session_hash as "sessionHash" from holds
      where session_hash = any(?::text[]) and event_id = ? and state = 'active' order by id for update`,
    [sessionHashes, eventId],
  );
  return rows as (HoldRow & { sessionHash: string })[];
}

/** The active holds of a session, dead by predicate or not, locked in the order of their ids. */
export async function activeHolds(trx: Transaction, question: HoldQuestion): Promise<HoldRow[]> {
  const { sessionHash, eventId, holdIds } = question;
  const { rows } = await trx.raw(
    `select ${columns} from holds
      where session_hash = ? and state = 'active'
        and (?::text is null or event_id = ?) and (?::text[] is null or id = any(?::text[]))
      order by id for update`,
    [sessionHash, eventId ?? null, eventId ?? null, holdIds ?? null, holdIds ?? null],
  );
  return rows as HoldRow[];
}

/** The holds of an order, whatever became of them, locked in the order of their ids. */
export async function holdsOfOrder(trx: Transaction, orderId: string): Promise<HoldRow[]> {
  const { rows } = await trx.raw(`select ${columns} from holds where order_id = ? order by id for update`, [
    orderId,
  ]);
  return rows as HoldRow[];
}

/** @returns how many were active until now */
export async function markOrdered(
  trx: Transaction,
  { holdIds, orderId, now }: { holdIds: readonly string[]; orderId: string; now: Date },
): Promise<number> {
  const { rowCount } = await trx.raw(
    `update holds set state = 'ordered', order_id = ?, ordered_at = ?
      where id = any(?::text[]) and state = 'active' and expires_at > ?`,
    [orderId, now, holdIds, now],
  );
  return rowCount ?? 0;
}

const isAtSupplier = `supplier_state in ('asked', 'held', 'unknown')`;
const leavesSupplier = `
  supplier_checks = case when ${isAtSupplier} then 0 else supplier_checks end,
  supplier_next_check_at = case when ${isAtSupplier} then ?::timestamptz end,
  supplier_state = case when ${isAtSupplier} then 'leaving' else supplier_state end`;

/** A supplier that was asked for the places is told that they are free, by the sweep that looks for such holds. */
export async function markReleased(
  trx: Transaction,
  { holdIds, reason, now }: { holdIds: readonly string[]; reason: string; now: Date },
): Promise<void> {
  if (holdIds.length === 0) return;
  await trx.raw(
    `update holds set state = 'released', released_at = ?, release_reason = ?, ${leavesSupplier}
      where id = any(?::text[]) and state <> 'released'`,
    [now, reason, now, holdIds],
  );
}

/** A hold whose places were bought after it had ended. */
export async function markBought(trx: Transaction, orderId: string): Promise<void> {
  await trx.raw(
    `update holds set state = 'ordered', released_at = null, release_reason = null, supplier_next_check_at = null
      where order_id = ? and state = 'released'`,
    [orderId],
  );
}

export async function moveExpiry(
  trx: Transaction,
  { holdId, expiresAt }: { holdId: string; expiresAt: Date },
): Promise<void> {
  await trx.raw('update holds set expires_at = ? where id = ?', [expiresAt, holdId]);
}

/** Holds of nobody's order that have ended, a batch at a time, past those that somebody works on. */
export async function dueHolds(
  trx: Transaction,
  { now, limit, without }: { now: Date; limit: number; without: readonly string[] },
): Promise<string[]> {
  const { rows } = await trx.raw(
    `select id from holds where state = 'active' and expires_at <= ? and id <> all(?::text[])
      order by id limit ? for update skip locked`,
    [now, without, limit],
  );
  return (rows as { id: string }[]).map(({ id }) => id);
}

/** Forgets holds that ended before the day, with their claims; sold places stay. */
export async function forgetHolds(
  trx: Transaction,
  { before, limit }: { before: Date; limit: number },
): Promise<number> {
  const { rows } = await trx.raw(
    `delete from holds where id in (select id from holds where released_at < ? order by id limit ?) returning id`,
    [before, limit],
  );
  const ids = (rows as { id: string }[]).map(({ id }) => id);
  for (const table of ['seating_claims', 'counter_claims']) {
    await trx.raw(`delete from ${table} where hold_id = any(?::text[]) and state = 'held'`, [ids]);
  }
  return ids.length;
}
