import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';

type Database = Pick<Core.Strapi, 'db'>;

const patienceMs = 10_000;
const betweenMs = 20;

/** What sweeps would make jobs of. */
const due = [
  `update messages set state = 'dropped', next_try_at = null where state in ('queued', 'sending')`,
  'update payments set next_check_at = null where next_check_at is not null',
  'update refunds set next_check_at = null where next_check_at is not null',
  'update payment_inbox set next_try_at = null where next_try_at is not null',
];

/**
 * Takes away what a test file left to do. Under the next one it would take the turns of that file's own jobs, draw its
 * letters again after every move of the clock, and run into the faults that lie in wait at the bank.
 */
export async function leaveNothingToDo(strapi: Database): Promise<void> {
  const over = Date.now() + patienceMs;
  while ((await underWay(strapi)) && Date.now() < over) await pause(betweenMs);
  for (const statement of due) await strapi.db.connection.raw(statement);
  await dropJobs(strapi);
}

/** Whether jobs are left when those that wait are gone. */
async function underWay(strapi: Database): Promise<boolean> {
  await dropJobs(strapi);
  const { rows } = await strapi.db.connection.raw('select 1 from graphile_worker._private_jobs limit 1');
  return rows.length > 0;
}

const dropJobs = ({ db }: Database) =>
  db.connection.raw('delete from graphile_worker._private_jobs where locked_at is null');
