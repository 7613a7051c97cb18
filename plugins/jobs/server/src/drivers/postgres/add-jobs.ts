import type { Transaction } from '@gangway/kit';
import type { NewJob } from '../../../../contract/driver.ts';

// Jobs are taken by `run_at` alone, and those of one transaction have the same `now()`: a microsecond keeps their order.
const add = `
  select count(*) from graphile_worker.add_jobs(array(
    select (
      job->>'name', job->'payload', null, now() + make_interval(secs => (job->>'runAfter')::float + position * 0.000001),
      job->>'maxAttempts', job->>'key', null, null
    )::graphile_worker.job_spec
    from json_array_elements(?::json) with ordinality as jobs (job, position)
    order by position
  ))`;

/** One call and one notification for all of them: notifications make commits wait for each other. */
export async function addJobs(trx: Transaction, jobs: readonly NewJob[]): Promise<void> {
  await trx.raw(add, [JSON.stringify(lastOfEachKey(jobs))]);
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

// graphile-worker refuses a key twice in one call; the last one would have replaced the others anyway.
function lastOfEachKey(jobs: readonly NewJob[]): NewJob[] {
  const last = new Map(jobs.filter(({ key }) => key !== undefined).map((job) => [job.key, job]));
  return jobs.filter((job) => job.key === undefined || last.get(job.key) === job);
}
