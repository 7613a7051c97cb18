import type { Transaction } from '@gangway/kit';

export type CronRun = { name: string; last_at: Date };

/** When each cron last ran, in business time. One that was never seen counts from now on. */
export async function lastRuns(
  trx: Transaction,
  { names, now }: { names: string[]; now: Date },
): Promise<CronRun[]> {
  const list = JSON.stringify(names);
  await trx.raw(
    'insert into jobs_cron (name, last_at) select json_array_elements_text(?), ? on conflict do nothing',
    [list, now],
  );
  const { rows } = await trx.raw(
    'select name, last_at from jobs_cron where name in (select json_array_elements_text(?)) order by name for update',
    [list],
  );
  return rows as CronRun[];
}

export async function markRun(trx: Transaction, { names, at }: { names: string[]; at: Date }): Promise<void> {
  if (names.length === 0) return;
  await trx.raw('update jobs_cron set last_at = ? where name in (select json_array_elements_text(?))', [
    at,
    JSON.stringify(names),
  ]);
}
