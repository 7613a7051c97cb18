import { eventually } from '@gangway/jobs/testing';
import { addJobs, nameJobs } from '../server/src/drivers/postgres/add-jobs.ts';
import { transaction } from './postgres-harness.ts';

const name = 'test.taken-meanwhile';
const key = `${name}:a`;
const gate = 4_711;

const query = async (sql: string, bindings: unknown[] = []) =>
  (await strapi.db.connection.raw(sql, bindings as string[])).rows as Record<string, unknown>[];

const add = (n: number) =>
  transaction((trx) => addJobs(trx, [{ name, payload: { n }, key, maxAttempts: 3, runAfter: 3_600 }]));

/** Whoever adds this key waits at the gate when the first statement of `add_jobs` is behind him. */
const closeGate = () =>
  query(`
    create function wait_at_gate() returns trigger language plpgsql as $$ begin
      perform pg_advisory_xact_lock(${gate});
      return new;
    end $$;
    create trigger wait_at_gate before insert on graphile_worker._private_jobs
      for each row when (new.key = '${key}') execute function wait_at_gate()`);

const waitsAtGate = async () =>
  (await query(`select 1 from pg_locks where locktype = 'advisory' and objid = ${gate} and not granted`))
    .length > 0;

const stored = () =>
  query(
    `select key, payload->'n' as n, locked_by as "takenBy" from graphile_worker._private_jobs
      where task_id = (select id from graphile_worker._private_tasks where identifier = ?) order by id`,
    [name],
  );

afterEach(async () => {
  await query('drop function if exists wait_at_gate() cascade');
  await query(
    'delete from graphile_worker._private_jobs where task_id = (select id from graphile_worker._private_tasks where identifier = ?)',
    [name],
  );
});

describe('a job with a key', () => {
  it('is added also when a worker takes the one before it in the middle of adding', async () => {
    await transaction((trx) => nameJobs(trx, [name]));
    await add(1);
    await closeGate();
    const second: { added?: Promise<void> } = {};
    await transaction(async (trx) => {
      await trx.raw(`select pg_advisory_xact_lock(${gate})`);
      second.added = add(2);
      await eventually(waitsAtGate, 'somebody waits at the gate');
      await query(
        `update graphile_worker._private_jobs set locked_by = 'worker', locked_at = now() where key = ?`,
        [key],
      );
    });
    await second.added;
    expect(await stored()).toEqual([
      { key: null, n: 1, takenBy: 'worker' },
      { key, n: 2, takenBy: null },
    ]);
  });
});
