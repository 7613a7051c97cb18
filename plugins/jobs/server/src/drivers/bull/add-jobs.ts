import type { Transaction } from '@gangway/kit';
import type { NewJob } from '../../../../contract/driver.ts';
import { lastOfEachKey } from '../../domain/last-of-each-key.ts';

export const channel = 'jobs_pending';

// A waiting job that gives way to this one leaves its number too: what Redis knows of the old number finds no row. A
// dead letter gives way likewise.
const add = `
  with stored as (
    insert into jobs_pending (name, payload, key, run_at, max_attempts, created_at, updated_at)
    select job->>'name', job->'payload', job->>'key',
      now() + make_interval(secs => coalesce((job->>'runAfter')::float, 0)), (job->>'maxAttempts')::int, now(), now()
    from json_array_elements(?::json) with ordinality as jobs (job, position)
    order by position
    on conflict (key) where key is not null and state <> 'running' do update set
      id = excluded.id, name = excluded.name, payload = excluded.payload, run_at = excluded.run_at, attempts = 0,
      max_attempts = excluded.max_attempts, state = 'waiting', last_error = null, handed_at = null,
      created_at = excluded.created_at, updated_at = excluded.updated_at
  )
  select pg_notify('${channel}', '')`;

/** One statement and one notification for all of them, whatever Redis does: it is not asked. */
export async function addJobs(trx: Transaction, jobs: readonly NewJob[]): Promise<void> {
  await trx.raw(add, [JSON.stringify(lastOfEachKey(jobs))]);
}
