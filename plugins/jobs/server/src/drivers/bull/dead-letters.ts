import type { Transaction } from '@gangway/kit';
import type { DeadLetter, DeadLetters } from '../../../../contract/dead-letter.ts';
import type { RunInTransaction } from '../../../../contract/driver.ts';
import { channel } from './add-jobs.ts';

const select = `
  select id::text, name as job, payload::text, attempts, coalesce(last_error, '') as error,
    created_at as "createdAt", updated_at as "failedAt"
  from jobs_pending where state = 'dead' and (?::text is null or name = ? or starts_with(name, ?))
  order by updated_at desc, id desc limit ? offset ?`;

const count = `
  select name as job, count(*)::int as total from jobs_pending where state = 'dead' group by 1 order by 1`;

const revived = `
  with revived as (
    update jobs_pending set state = 'waiting', attempts = 0, run_at = now(), handed_at = null, updated_at = now()
    where id::text = ? and state = 'dead' returning id
  )
  select id, pg_notify('${channel}', '') from revived`;

type Row = Omit<DeadLetter, 'payload'> & { payload: string };

export function pendingDeadLetters(transaction: RunInTransaction): DeadLetters {
  return {
    list: ({ page = 1, pageSize = 50, job } = {}) =>
      transaction(async (trx) => {
        const begin = job === undefined ? '' : beginOf(job);
        const wanted = [job ?? null, job ?? null, begin];
        const { rows } = await trx.raw(select, [...wanted, pageSize, (page - 1) * pageSize]);
        const counted = (await counts(trx)).filter((one) => one.job === job || one.job.startsWith(begin));
        return {
          letters: (rows as Row[]).map((row) => ({ ...row, payload: JSON.parse(row.payload) as unknown })),
          total: counted.reduce((sum, { total }) => sum + total, 0),
        };
      }),
    count: () => transaction(counts),
    retry: (id, trx) => (trx ? revive(trx, id) : transaction((own) => revive(own, id))),
  };
}

/** A name without a point behind it is the beginning of no other: no name holds a line break. */
const beginOf = (job: string): string => (job.endsWith('.') ? job : '\n');

const counts = async (trx: Transaction) => (await trx.raw(count)).rows as { job: string; total: number }[];

const revive = async (trx: Transaction, id: string): Promise<boolean> =>
  (await trx.raw(revived, [id])).rows.length > 0;
