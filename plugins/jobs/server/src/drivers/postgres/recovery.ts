import type { Transaction } from '@gangway/kit';

// The first of the two numbers of an advisory lock names its use.
const room = 0x6a6f6202;

/** Held by the listening session of a worker pool: it goes when the process or its connection goes. */
export const holdLease = `select pg_try_advisory_lock(${room}, hashtext($1))`;

// A pool takes its lease a moment after its first jobs: ten seconds of patience cover that.
const dead = `
  with holders as (
    select distinct locked_by from graphile_worker._private_jobs where locked_at < now() - interval '10 seconds'
  )
  select locked_by from holders where pg_try_advisory_xact_lock(${room}, hashtext(locked_by))`;

// A job whose key went to a newer one while it ran is marked by graphile-worker as if it had used up its attempts:
// the newer one does the work, and this one would look like a dead letter. The first kill leaves its word, so that a
// job that kills its process each time is one in the end.
const superseded = `
  delete from graphile_worker._private_jobs
   where locked_by = any(?) and key is null and max_attempts > 1 and attempts >= max_attempts and last_error is null`;

const tell = `
  update graphile_worker._private_jobs set last_error = 'Its process was killed.'
   where locked_by = any(?) and last_error is null`;

const unlock = 'select graphile_worker.force_unlock_workers(?)';

/** graphile-worker itself would give back the jobs of a killed process after four hours. */
export async function recoverJobs(trx: Transaction): Promise<void> {
  const { rows } = await trx.raw(dead);
  const pools = (rows as { locked_by: string }[]).map(({ locked_by }) => locked_by);
  if (pools.length === 0) return;
  for (const statement of [superseded, tell, unlock]) await trx.raw(statement, [pools]);
}
