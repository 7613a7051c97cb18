import type { Transaction } from '@gangway/kit';
import { createAbsence } from '../../domain/absence.ts';
import type { BullPatience } from './driver-settings.ts';

// The first of the two numbers of an advisory lock names its use.
const room = 0x6a6f6203;

/** Held by the listening session of a worker: it goes when the process or its connection goes. */
export const holdLease = `select pg_advisory_lock(${room}, hashtext($1))`;

const withoutLease = `
  with holders as (select distinct taken_by from jobs_pending where state = 'running')
  select taken_by from holders where pg_try_advisory_xact_lock(${room}, hashtext(taken_by))`;

// Two signs of life: a connection that breaks for a moment, or a process that is held up, gives no job away.
const lost = `
  select id from jobs_pending
  where state = 'running' and taken_by = any(?)
    and seen_at < clock_timestamp() - make_interval(secs => ?::float / 1000)
  order by id for update skip locked`;

// Ours, and nobody here has it in hand: it was taken, and the answer was lost with its connection.
const unheard = `
  select id from jobs_pending
  where state = 'running' and taken_by = ? and id <> all(?::bigint[])
    and seen_at < clock_timestamp() - make_interval(secs => ?::float / 1000)
  order by id for update skip locked`;

const superseded = `
  delete from jobs_pending where id = any(?) and exists (
    select from jobs_pending as newer where newer.key = jobs_pending.key and newer.state <> 'running')`;

const release = `
  update jobs_pending set
    state = case when attempts >= max_attempts then 'dead' else 'waiting' end,
    last_error = coalesce(last_error, ?), run_at = now(),
    taken_by = null, seen_at = null, handed_at = null, updated_at = now()
  where id = any(?) and state = 'running'`;

/**
 * Gives back the jobs of dead workers; the key of one may have gone to a newer job. It remembers since when a lease has
 * been missing: after a moment without the database those of the living are gone, too, and nobody could be seen.
 */
export function createPendingRecovery({ leaseMs, killedMs }: Pick<BullPatience, 'leaseMs' | 'killedMs'>) {
  const absent = createAbsence(leaseMs);
  return async (trx: Transaction): Promise<void> => {
    const holders = (await trx.raw(withoutLease)).rows as { taken_by: string }[];
    const missing = holders.map(({ taken_by }) => taken_by);
    const dead = absent(missing, performance.now());
    if (dead.length === 0) return;
    const { rows } = await trx.raw(lost, [dead, killedMs]);
    await giveBack(trx, rows as Found[], 'Its process was killed.');
  };
}

type Living = { holder: string; inHand: readonly string[]; killedMs: number };

/** Gives back what a living worker has taken without hearing of it, so long ago that no answer is on its way any more. */
export async function recoverUnheard(trx: Transaction, { holder, inHand, killedMs }: Living): Promise<void> {
  const { rows } = await trx.raw(unheard, [holder, inHand, killedMs]);
  await giveBack(trx, rows as Found[], 'The database was lost while it was taken.');
}

type Found = { id: string };

async function giveBack(trx: Transaction, found: readonly Found[], reason: string): Promise<void> {
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return;
  await trx.raw(superseded, [ids]);
  await trx.raw(release, [reason, ids]);
}
