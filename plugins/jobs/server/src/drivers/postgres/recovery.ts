import type { Transaction } from '@gangway/kit';

// The first of the two numbers of an advisory lock names its use.
const room = 0x6a6f6202;

/** Held by the listening session of a worker pool: it goes when the process or its connection goes. */
export const holdLease = `select pg_try_advisory_lock(${room}, hashtext($1))`;

// A pool takes its lease a moment after its first jobs: ten seconds of patience cover that.
const recover = `
  with holders as (
    select distinct locked_by from graphile_worker._private_jobs where locked_at < now() - interval '10 seconds'
  ), dead as (
    select locked_by from holders where pg_try_advisory_xact_lock(${room}, hashtext(locked_by))
  )
  select graphile_worker.force_unlock_workers(array_agg(locked_by)) from dead having count(*) > 0`;

/** graphile-worker itself would give back the jobs of a killed process after four hours. */
export async function recoverJobs(trx: Transaction): Promise<void> {
  await trx.raw(recover);
}
