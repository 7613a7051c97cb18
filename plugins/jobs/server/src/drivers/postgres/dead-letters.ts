import type { Transaction } from '@gangway/kit';
import type { DeadLetter, DeadLetters } from '../../../../contract/dead-letter.ts';
import type { RunInTransaction } from '../../../../contract/driver.ts';

const dead = 'attempts >= max_attempts and locked_at is null';

const select = `
  select jobs.id::text, tasks.identifier as job, jobs.payload, jobs.attempts, coalesce(jobs.last_error, '') as error,
    jobs.created_at as "createdAt", jobs.updated_at as "failedAt"
  from graphile_worker._private_jobs as jobs
  join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id
  where ${dead} and (tasks.identifier = ? or starts_with(tasks.identifier, ?))
  order by jobs.updated_at desc, jobs.id desc limit ? offset ?`;

const count = `
  select tasks.identifier as job, count(*)::int as total
  from graphile_worker._private_jobs as jobs
  join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id
  where ${dead} group by 1 order by 1`;

const reschedule = `
  select id, pg_notify('jobs:insert', '{"count":1}') from graphile_worker.reschedule_jobs(
    array(select id from graphile_worker._private_jobs where id::text = ? and ${dead}),
    run_at => now(), attempts => 0)`;

export function postgresDeadLetters(transaction: RunInTransaction): DeadLetters {
  return {
    list: ({ page = 1, pageSize = 50, job } = {}) =>
      transaction(async (trx) => {
        const begin = job === undefined ? '' : beginOf(job);
        const { rows } = await trx.raw(select, [job ?? '', begin, pageSize, (page - 1) * pageSize]);
        const counted = await counts(trx);
        const wanted = counted.filter((one) => one.job === job || one.job.startsWith(begin));
        return { letters: rows as DeadLetter[], total: wanted.reduce((sum, { total }) => sum + total, 0) };
      }),
    count: () => transaction(counts),
    retry: (id, trx) => (trx ? revive(trx, id) : transaction((own) => revive(own, id))),
  };
}

/** A name without a point behind it is the beginning of no other: no name holds a line break. */
const beginOf = (job: string): string => (job.endsWith('.') ? job : '\n');

const counts = async (trx: Transaction) => (await trx.raw(count)).rows as { job: string; total: number }[];

const revive = async (trx: Transaction, id: string): Promise<boolean> =>
  (await trx.raw(reschedule, [id])).rows.length > 0;
