import type { Transaction } from '@gangway/kit';
import type { Recovery } from '../postgres/recovery.ts';
import { channel } from './add-jobs.ts';

const exists = `select to_regclass('graphile_worker._private_jobs') is not null as known`;

// A key that is taken here is taken by a later job.
const adopt = `
  with moved as (
    delete from graphile_worker._private_jobs as jobs using graphile_worker._private_tasks as tasks
    where tasks.id = jobs.task_id and tasks.identifier = any(?) and jobs.id in (
      select id from graphile_worker._private_jobs where locked_at is null order by id for update skip locked
    )
    returning jobs.*, tasks.identifier
  ), adopted as (
    insert into jobs_pending
      (name, payload, key, run_at, attempts, max_attempts, state, last_error, created_at, updated_at)
    select identifier, payload, key, run_at, attempts, max_attempts,
      case when attempts >= max_attempts then 'dead' else 'waiting' end, last_error, created_at, updated_at
    from moved order by run_at, id
    on conflict (key) where key is not null and state <> 'running' do nothing
    returning id
  )
  select count(*)::int as adopted, case when count(*) > 0 then pg_notify('${channel}', '') end from adopted`;

/** Takes over what the driver without Redis left of these names, dead letters too; answers how many. */
export async function adoptGraphileJobs(
  trx: Transaction,
  { names, recover }: { names: readonly string[]; recover: Recovery },
): Promise<number> {
  const { rows } = await trx.raw(exists);
  if (!(rows as { known: boolean }[])[0]?.known) return 0;
  await recover(trx);
  const answer = await trx.raw(adopt, [names]);
  return (answer.rows as { adopted: number }[])[0]?.adopted ?? 0;
}
