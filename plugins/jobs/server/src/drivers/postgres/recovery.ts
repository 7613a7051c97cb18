import type { Transaction } from '@gangway/kit';
import { createAbsence } from '../../domain/absence.ts';

// The first of the two numbers of an advisory lock names its use.
const room = 0x6a6f6202;

/** Held by a session that lives with the worker pool: it goes when the process or its connection goes. */
export const holdLease = `select pg_try_advisory_lock(${room}, hashtext($1)) as held`;

export const endLease = `select pg_advisory_unlock(${room}, hashtext($1))`;

/**
 * For how many milliseconds a lease must be missing. The connection that holds it is tried again after five seconds at
 * most, and has two of them to answer.
 */
const usualPatienceMs = 8_000;

// A pool takes its lease a moment after its first jobs.
const withoutLease = `
  with holders as (
    select distinct locked_by from graphile_worker._private_jobs where locked_at < now() - interval '5 seconds'
  )
  select locked_by from holders where pg_try_advisory_xact_lock(${room}, hashtext(locked_by))`;

// A job whose key went to a newer one while it ran is marked by graphile-worker as if it had used up its attempts:
// the newer one does the work, and this one would look like a dead letter. One that never had a key, and killed its
// process at every attempt, looks the same but for the flag, and is a dead letter.
const superseded = `
  delete from graphile_worker._private_jobs
   where locked_by = any(?) and key is null and attempts >= max_attempts and flags->'keyed' is not null`;

const tell = `
  update graphile_worker._private_jobs set last_error = 'Its process was killed.'
   where locked_by = any(?) and last_error is null`;

const unlock = 'select graphile_worker.force_unlock_workers(?)';

/** Gives back the jobs of dead pools. */
export type Recovery = (trx: Transaction) => Promise<void>;

/**
 * graphile-worker itself would give back the jobs of a killed process after four hours. This one remembers since when it
 * has been missing a lease: after a moment without the database those of the living are gone, too.
 */
export function createRecovery(patienceMs = usualPatienceMs): Recovery {
  const absent = createAbsence(patienceMs);
  return async (trx) => {
    const { rows } = await trx.raw(withoutLease);
    const missing = (rows as { locked_by: string }[]).map(({ locked_by }) => locked_by);
    const dead = absent(missing, performance.now());
    if (dead.length === 0) return;
    for (const statement of [superseded, tell, unlock]) await trx.raw(statement, [dead]);
  };
}
