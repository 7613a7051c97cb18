import type { Transaction } from '@gangway/kit';
import type { NewJob } from '../../../../contract/driver.ts';
import { lastOfEachKey } from '../../domain/last-of-each-key.ts';

// Jobs are taken by `run_at` alone, and those of one transaction have the same `now()`: a microsecond keeps their order.
// The flag says of a job without a key that it has had one.
const add = `
  select coalesce(array_agg(key) filter (where key is not null), '{}') as keys from graphile_worker.add_jobs(array(
    select (
      job->>'name', job->'payload', null,
      now() + make_interval(secs => coalesce((job->>'runAfter')::float, 0) + position * 0.000001),
      job->>'maxAttempts', job->>'key', null, case when job->>'key' is not null then array['keyed'] end
    )::graphile_worker.job_spec
    from json_array_elements(?::json) with ordinality as jobs (job, position)
    order by position
  ))`;

// What `add_jobs` comes to for names that are known and jobs without a key: it would look for five more things.
const addKeyless = `
  with wanted as (
    select (select id from graphile_worker._private_tasks where identifier = job->>'name') as task_id, job, position
    from json_array_elements(?::json) with ordinality as jobs (job, position)
  ), added as (
    insert into graphile_worker._private_jobs (task_id, payload, run_at, max_attempts)
    select task_id, job->'payload',
      now() + make_interval(secs => coalesce((job->>'runAfter')::float, 0) + position * 0.000001),
      (job->>'maxAttempts')::int2
    from wanted where not exists (select from wanted where task_id is null)
    order by position
    returning 1
  )
  select count(*)::int as added,
    case when count(*) > 0 then pg_notify('jobs:insert', json_build_object('r', random(), 'count', count(*))::text) end
  from added`;

/** One call and one notification for all of them: notifications make commits wait for each other. */
export async function addJobs(trx: Transaction, jobs: readonly NewJob[]): Promise<void> {
  const given = lastOfEachKey(jobs);
  const isAdded = given.every(({ key }) => key === undefined) && (await areAdded(trx, given));
  if (!isAdded) await addKeyed(trx, given);
}

const mostTries = 10;

/**
 * `add_jobs` first takes the key from a job that runs, and then adds one or changes the one that waits. A job that is
 * taken between the two does neither, and nothing is said: what was not added is added again.
 */
async function addKeyed(trx: Transaction, jobs: readonly NewJob[]): Promise<void> {
  let left = jobs;
  for (let tries = 0; left.length > 0; tries += 1) {
    if (tries === mostTries)
      throw new Error(`${left.length} jobs could not be added: they are taken each time.`);
    const { rows } = await trx.raw(add, [JSON.stringify(left)]);
    const added = new Set((rows as { keys: string[] }[])[0]?.keys);
    left = left.filter(({ key }) => key !== undefined && !added.has(key));
  }
}

/** False when one of them has a name that nobody has prepared: then none is added. */
async function areAdded(trx: Transaction, jobs: readonly NewJob[]): Promise<boolean> {
  const { rows } = await trx.raw(addKeyless, [JSON.stringify(jobs)]);
  return (rows as { added: number }[])[0]?.added !== 0;
}

const name = `
  insert into graphile_worker._private_tasks (identifier) select json_array_elements_text(?) order by 1
  on conflict do nothing`;

/**
 * Names the jobs before anyone adds one: the first `add_jobs` of a name writes it down, and other transactions that
 * add such a job would wait until that one ends.
 */
export async function nameJobs(trx: Transaction, names: readonly string[]): Promise<void> {
  await trx.raw(name, [JSON.stringify(names)]);
}
