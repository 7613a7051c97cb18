import type { DeadLetter, DeadLetters } from '../../../../contract/dead-letter.ts';
import type { RunInTransaction } from '../../../../contract/driver.ts';

const dead = 'attempts >= max_attempts and locked_at is null';

const select = `
  select jobs.id::text, tasks.identifier as job, jobs.payload, jobs.attempts, coalesce(jobs.last_error, '') as error,
    jobs.created_at as "createdAt", jobs.updated_at as "failedAt"
  from graphile_worker._private_jobs as jobs
  join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id
  where ${dead} order by jobs.updated_at desc, jobs.id desc limit ? offset ?`;

const count = `select count(*)::int as total from graphile_worker._private_jobs where ${dead}`;

const reschedule = `
  select id, pg_notify('jobs:insert', '{"count":1}') from graphile_worker.reschedule_jobs(
    array(select id from graphile_worker._private_jobs where id::text = ? and ${dead}),
    run_at => now(), attempts => 0)`;

export function postgresDeadLetters(transaction: RunInTransaction): DeadLetters {
  return {
    list: ({ page = 1, pageSize = 50 } = {}) =>
      transaction(async (trx) => {
        const { rows } = await trx.raw(select, [pageSize, (page - 1) * pageSize]);
        const [counted] = (await trx.raw(count)).rows as { total: number }[];
        return { letters: rows as DeadLetter[], total: counted?.total ?? 0 };
      }),
    retry: (id) => transaction(async (trx) => (await trx.raw(reschedule, [id])).rows.length > 0),
  };
}
