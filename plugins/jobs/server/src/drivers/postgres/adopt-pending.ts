import type { Transaction } from '@gangway/kit';
import type { Recovery } from './recovery.ts';

// A key that is taken there is taken by a later job.
const adopt = `
  with moved as (
    delete from jobs_pending where id in (
      select id from jobs_pending where state <> 'running' and name = any(?) order by id for update skip locked
    )
    returning *
  ), adopted as (
    insert into graphile_worker._private_jobs
      (task_id, payload, key, run_at, attempts, max_attempts, last_error, created_at, updated_at, flags)
    select tasks.id, payload, key, run_at, case when state = 'dead' then max_attempts else attempts end, max_attempts,
      last_error, created_at, updated_at, case when key is not null then '{"keyed": true}'::jsonb end
    from moved join graphile_worker._private_tasks as tasks on identifier = name
    order by run_at, moved.id
    on conflict (key) do nothing
    returning id
  )
  select count(*)::int as adopted, case when count(*) > 0 then pg_notify('jobs:insert', '{"count":1}') end from adopted`;

/** Takes over what the driver with Redis left of these names, dead letters too; answers how many. */
export async function adoptPendingJobs(
  trx: Transaction,
  { names, recover }: { names: readonly string[]; recover: Recovery },
): Promise<number> {
  await recover(trx);
  const { rows } = await trx.raw(adopt, [names]);
  return (rows as { adopted: number }[])[0]?.adopted ?? 0;
}
