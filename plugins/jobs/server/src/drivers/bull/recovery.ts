import type { Transaction } from '@gangway/kit';

// The first of the two numbers of an advisory lock names its use.
const room = 0x6a6f6203;

/** Held by the listening session of a worker: it goes when the process or its connection goes. */
export const holdLease = `select pg_advisory_lock(${room}, hashtext($1))`;

// Two signs of life: a connection that breaks for a moment, or a process that is held up, gives no job away.
const lost = `
  select id from jobs_pending
  where state = 'running' and seen_at < clock_timestamp() - make_interval(secs => ?::float / 1000)
    and case when taken_by is not null then pg_try_advisory_xact_lock(${room}, hashtext(taken_by)) end
  order by id for update skip locked`;

const superseded = `
  delete from jobs_pending where id = any(?) and exists (
    select from jobs_pending as newer where newer.key = jobs_pending.key and newer.state <> 'running')`;

const release = `
  update jobs_pending set
    state = case when attempts >= max_attempts then 'dead' else 'waiting' end,
    last_error = coalesce(last_error, 'Its process was killed.'), run_at = now(),
    taken_by = null, seen_at = null, handed_at = null, updated_at = now()
  where id = any(?) and state = 'running'`;

/** Gives back the jobs of dead workers; the key of one may have gone to a newer job. */
export async function recoverJobs(trx: Transaction, { killedMs }: { killedMs: number }): Promise<void> {
  const { rows } = await trx.raw(lost, [killedMs]);
  const ids = (rows as { id: string }[]).map(({ id }) => id);
  if (ids.length === 0) return;
  for (const statement of [superseded, release]) await trx.raw(statement, [ids]);
}
