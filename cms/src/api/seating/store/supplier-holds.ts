import type { Transaction } from '@gangway/kit';
import type { HoldRow } from './holds.ts';

export type SupplierHeld = HoldRow & {
  supplierState: 'asked' | 'held' | 'refused' | 'unknown' | 'leaving' | 'left' | null;
  supplierReference: string | null;
  supplierChecks: number;
};

/** The hold, row locked. */
export async function readHold(trx: Transaction, holdId: string): Promise<SupplierHeld | undefined> {
  const { rows } = await trx.raw(
    `select id, event_id as "eventId", state, order_id as "orderId", expires_at as "expiresAt",
            max_expires_at as "maxExpiresAt", supplier_state as "supplierState",
            supplier_reference as "supplierReference", supplier_checks as "supplierChecks"
       from holds where id = ? for update`,
    [holdId],
  );
  return (rows as SupplierHeld[])[0];
}

/** Notes, with the lock itself, that a supplier is about to be asked: a crash is asked again by the sweep. */
export async function markAsked(
  trx: Transaction,
  { holdId, now }: { holdId: string; now: Date },
): Promise<void> {
  await trx.raw(
    `update holds set supplier_state = 'asked', supplier_checks = 0, supplier_next_check_at = ? where id = ?`,
    [later(now, firstPauseMs), holdId],
  );
}

type Noting = {
  holdId: string;
  answer: { state: 'held' | 'refused' | 'unknown' | 'leaving' | 'left'; reference?: string };
  checks: number;
  now: Date;
};

/** What is unknown is asked again after growing pauses, and so is a supplier that has to hear of places given up. */
export async function noteSupplier(trx: Transaction, { holdId, answer, checks, now }: Noting): Promise<void> {
  const isOpen = answer.state === 'unknown' || answer.state === 'leaving';
  const next = isOpen ? later(now, pauseMs(checks)) : null;
  await trx.raw(
    `update holds set supplier_state = ?, supplier_reference = coalesce(?, supplier_reference),
                      supplier_checks = supplier_checks + 1, supplier_next_check_at = ?
      where id = ?`,
    [answer.state, answer.reference ?? null, next, holdId],
  );
}

export type DueAtSupplier = { ask: string[]; leave: string[] };

/** Holds whose supplier is due to be asked or told; each is put off, so that the next sweep passes it over. */
export async function dueAtSupplier(
  trx: Transaction,
  { now, limit }: { now: Date; limit: number },
): Promise<DueAtSupplier> {
  const { rows } = await trx.raw(
    `with due as (
       select id from holds where supplier_next_check_at <= ? order by id limit ? for update skip locked
     )
     update holds h set supplier_next_check_at =
              case when h.state = 'released' and h.supplier_state <> 'leaving' then null else ?::timestamptz end
       from due where h.id = due.id returning h.id, h.state, h.supplier_state = 'leaving' as leaves`,
    [now, limit, later(now, longestPauseMs)],
  );
  const due = rows as { id: string; state: string; leaves: boolean }[];
  const idsOf = (chosen: typeof due) => chosen.map(({ id }) => id);
  return {
    ask: idsOf(due.filter(({ state }) => state !== 'released')),
    leave: idsOf(due.filter(({ state, leaves }) => state === 'released' && leaves)),
  };
}

const firstPauseMs = 30_000;
const longestPauseMs = 300_000;

const pauseMs = (checks: number) => Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(checks, 10));
const later = (now: Date, ms: number) => new Date(now.getTime() + ms);
