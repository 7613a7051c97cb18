import { startValkey } from '@gangway/database/valkey';
import type { TestValkey } from '@gangway/database/valkey';
import { giveUp } from '@gangway/jobs/contract';
import { eventually, witness } from '@gangway/jobs/testing';
import type { DriverHarness, TestProcess } from '@gangway/jobs/testing';
import { z } from '@gangway/kit';
import { adoptPendingJobs } from '../server/src/drivers/postgres/adopt-pending.ts';
import { createRecovery } from '../server/src/drivers/postgres/recovery.ts';
import { bullHarness } from './bull-harness.ts';
import { postgresHarness, transaction } from './postgres-harness.ts';

const payload = z.strictObject({ n: z.int() });
const redis: { server?: TestValkey } = {};

const drivers = {
  PostgreSQL: () => postgresHarness(),
  bull: () => bullHarness(redis.server?.url ?? ''),
} satisfies Record<string, () => DriverHarness>;

type Driver = keyof typeof drivers;

beforeAll(async () => {
  redis.server = await startValkey();
});

afterAll(() => redis.server?.close());

function house(driver: Driver, name: string) {
  const process = drivers[driver]().newProcess();
  const runs = witness<string>();
  const job = process.jobs.define({
    name,
    payload,
    run: async ({ payload: { n }, attempt }) => {
      runs.note(`${n} at attempt ${attempt}`);
      if (n < 0) throw giveUp('it is no use');
    },
  });
  process.jobs.seal();
  return { ...process, runs, job };
}

const lettersOf = async ({ jobs }: TestProcess, name: string) =>
  (await jobs.deadLetters.list({ job: name })).letters;

describe.each([
  ['PostgreSQL', 'bull'],
  ['bull', 'PostgreSQL'],
] as const)('a house that goes from %s to %s', (from, to) => {
  const name = `test.change.${from}.${to}`.toLowerCase();

  it('runs what was waiting, and shows the dead letters, which can be retried', async () => {
    const before = house(from, name);
    await before.jobs.prepare();
    await before.jobs.startWorker();
    await transaction((trx) => before.jobs.enqueue(trx, before.job, { n: -1 }));
    await eventually(async () => (await lettersOf(before, name)).length === 1, 'a dead letter');
    await before.jobs.stop();
    await transaction(async (trx) => {
      await before.jobs.enqueue(trx, before.job, { n: 1 });
      await before.jobs.enqueue(trx, before.job, { n: 2 }, { key: `${name} two` });
      await before.jobs.enqueue(trx, before.job, { n: 3 }, { runAfter: 3600 });
    });

    const after = house(to, name);
    await after.jobs.prepare();
    await after.jobs.startWorker();
    await after.runs.until(2);
    expect(after.runs.seen).toEqual(['1 at attempt 1', '2 at attempt 1']);
    const [letter] = await lettersOf(after, name);
    expect(letter).toMatchObject({ payload: { n: -1 }, error: 'it is no use' });
    expect(await after.jobs.deadLetters.retry(letter?.id ?? '')).toBe(true);
    await after.runs.until(3);
    expect(after.runs.seen[2]).toBe('-1 at attempt 1');
    await after.jobs.stop();
    expect(await lettersOf(before, name)).toEqual([]);
  });

  it('keeps the later one of two jobs with one key', async () => {
    const names = `${name}.keys`;
    const [before, after] = [house(from, names), house(to, names)];
    await before.jobs.prepare();
    await after.jobs.prepare();
    const key = `${names} key`;
    await transaction((trx) => before.jobs.enqueue(trx, before.job, { n: 1 }, { key }));
    await transaction((trx) => after.jobs.enqueue(trx, after.job, { n: 2 }, { key }));
    await after.jobs.startWorker();
    await after.jobs.sweepNow();
    await transaction((trx) => after.jobs.enqueue(trx, after.job, { n: 3 }));
    await after.runs.until(2);
    await after.jobs.stop();
    expect(after.runs.seen).toEqual(['2 at attempt 1', '3 at attempt 1']);
  });
});

const rowsOf = (sql: string) => transaction(async (trx) => (await trx.raw(sql, [])).rows);

it('a job that came from bull is forgotten when a newer one replaced it and its process was killed', async () => {
  const name = 'test.change.replaced';
  const [before, after] = [house('bull', name), house('PostgreSQL', name)];
  await before.jobs.prepare();
  await after.jobs.prepare();
  await transaction((trx) => before.jobs.enqueue(trx, before.job, { n: 1 }, { key: name }));
  const recover = () => Promise.resolve();
  expect(await transaction((trx) => adoptPendingJobs(trx, { names: [name], recover }))).toBe(1);
  const ours = `task_id = (select id from graphile_worker._private_tasks where identifier = '${name}')`;
  await rowsOf(`update graphile_worker._private_jobs
    set locked_by = 'pool-of-a-killed-process', locked_at = now() - interval '1 minute', attempts = 1 where ${ours}`);
  await transaction((trx) => after.jobs.enqueue(trx, after.job, { n: 2 }, { key: name }));
  await transaction((trx) => createRecovery(0)(trx));
  const left = await rowsOf(
    `delete from graphile_worker._private_jobs where ${ours} returning payload->>'n' as n`,
  );
  expect(left).toEqual([{ n: '2' }]);
});
