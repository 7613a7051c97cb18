import type { JobsEngine } from '@gangway/jobs/contract';
import { movableName, startValkey } from '@gangway/database/valkey';
import type { TestValkey } from '@gangway/database/valkey';
import { eventually, witness } from '@gangway/jobs/testing';
import { z } from '@gangway/kit';
import { bullDriver, postgresDriver, usualPatience } from '../server/src/drivers/index.ts';
import type { BullDriverSettings, BullPatience } from '../server/src/drivers/index.ts';
import { bullHarness } from './bull-harness.ts';
import { lossyDatabase } from './lossy-database.ts';
import type { LossyDatabase } from './lossy-database.ts';
import { silent, strapiTransaction, transaction } from './postgres-harness.ts';

const opened: JobsEngine[] = [];
const ways: LossyDatabase[] = [];
const redis: { server?: TestValkey } = {};
const valkey = () => redis.server as TestValkey;

beforeAll(async () => {
  redis.server = await startValkey();
});
afterEach(async () => {
  await writes(true);
  await Promise.all(opened.splice(0).map((jobs) => jobs.stop()));
  for (const way of ways.splice(0)) way.close();
});
afterAll(() => redis.server?.close());

/** Whether Redis takes writes; without, it refuses them for want of replicas. */
const writes = (accepted: boolean) =>
  valkey().send('CONFIG', 'SET', 'min-replicas-to-write', accepted ? '0' : '1');

/** The numbers of those on which Redis is told of jobs, and was asked this last. */
const connections = async (command = '') =>
  String(await valkey().send('CLIENT', 'LIST'))
    .split('\n')
    .filter((line) => line.includes(' name=gangway-jobs-client ') && line.includes(` cmd=${command}`))
    .map((line) => line.split(' ')[0]);

/** What PostgreSQL holds of a job that is not done. */
const stored = async (job: string) =>
  (
    await strapi.db.connection.raw(
      `select payload->>'word' as word, state, attempts from jobs_pending where name = ? order by id`,
      [job],
    )
  ).rows as { word: string; state: string; attempts: number }[];

/** A job of a worker that nobody has seen for a minute. */
const taken = (name: string) =>
  strapi.db.connection.raw(
    `insert into jobs_pending
       (name, payload, run_at, attempts, max_attempts, state, taken_by, seen_at, created_at, updated_at)
     values (?, '{}', now(), 1, 3, 'running', 'worker-that-was-just-here', now() - interval '1 minute', now(), now())`,
    [name],
  );

const settings = {
  ...{ connectionString: databaseUrl, concurrency: 1, pollIntervalMs: 100 },
  ...{ transaction: strapiTransaction, log: silent },
};

/** Drivers of processes that look for what the dead have left. */
const looking = {
  bull: (patience: Partial<BullPatience> = {}) =>
    bullDriver({ ...settings, redisUrl: valkey().url, patience: { ...usualPatience, ...patience } }),
  PostgreSQL: () => postgresDriver(settings),
};

/** A worker whose jobs have words, and wait for the gate where they are told to. */
async function worker(name: string, own: Partial<BullDriverSettings>, url = valkey().url) {
  const { jobs } = bullHarness(url, own).newProcess();
  opened.push(jobs);
  const [begun, gate] = [witness<string>(), Promise.withResolvers<void>()];
  const job = jobs.define({
    name,
    payload: z.strictObject({ word: z.string(), waits: z.boolean() }),
    run: async ({ payload: { word, waits } }) => {
      begun.note(word);
      if (waits) await gate.promise;
    },
  });
  await jobs.prepare();
  await jobs.startWorker();
  const add = (word: string, { waits = false } = {}) =>
    transaction((trx) => jobs.enqueue(trx, job, { word, waits }));
  const done = () => eventually(async () => (await stored(name)).length === 0, 'every job is done');
  return { begun, gate, add, done, stop: jobs.stop };
}

describe('a worker of bull', () => {
  it('gives back a job that it has taken without hearing of it, and none that it has in hand', async () => {
    const name = 'test.survives.bull-unheard';
    const way = await lossyDatabase();
    ways.push(way);
    const { begun, gate, add, done } = await worker(name, {
      ...{ connectionString: way.url, concurrency: 2 },
      patience: { ...usualPatience, killedMs: 2_000 },
    });
    await add('in hand', { waits: true });
    await begun.until(1);
    const lost = way.lose('never heard');
    await add('never heard');
    await lost;
    await begun.until(2);
    await eventually(async () => (await stored(name)).length === 1, 'the other one is done');
    expect(await stored(name)).toEqual([{ word: 'in hand', state: 'running', attempts: 1 }]);
    gate.resolve();
    await done();
    expect(begun.seen).toEqual(['in hand', 'never heard']);
  });

  it.each(['bull', 'PostgreSQL'] as const)(
    'has its jobs given to others when its sign of life has been missing for long, not at the first look of %s',
    async (driver) => {
      const name = `test.survives.missing-for-${driver}`;
      await taken(name);
      const { recover } = looking[driver]();
      for (const look of [recover, recover]) await transaction((trx) => look(trx));
      expect(await stored(name)).toEqual([expect.objectContaining({ state: 'running' })]);
      await transaction((trx) => looking.bull({ leaseMs: 0 }).recover(trx));
      expect(await stored(name)).toEqual([expect.objectContaining({ state: 'waiting' })]);
      await strapi.db.connection('jobs_pending').where({ name }).delete();
    },
  );

  it('takes jobs from PostgreSQL while Redis refuses to write, says so once, and goes back when it has written', async () => {
    const told: string[] = [];
    const note = (line: string) => void told.push(line);
    const { begun, add, done } = await worker('test.survives.bull-refused', {
      patience: { ...usualPatience, redisAwayMs: 200 },
      log: { debug: note, info: note, warn: note, error: note },
    });
    await add('before');
    await begun.until(1);
    await writes(false);
    for (const word of ['refused', 'refused again']) await add(word);
    await done();
    const before = await connections();
    await valkey().send('CLIENT', 'KILL', 'TYPE', 'normal');
    await eventually(
      async () => (await connections('set')).some((id) => !before.includes(id)),
      'another connection was tried',
    );
    await add('refused by the next connection, too');
    await done();
    expect(told.filter((line) => /refuse|NOREPLICAS|answers again/.test(line))).toEqual([
      expect.stringContaining('Redis refuses to write (NOREPLICAS'),
    ]);
    await writes(true);
    await eventually(async () => told.some((line) => line.includes('Redis answers again')), 'Redis is back');
    // PostgreSQL would be asked after half a minute, and nobody waits so long here.
    await add('after');
    await done();
    expect(begun.seen).toHaveLength(5);
  });

  it('moves to the new master when the old one has become its replica', async () => {
    const [old, next] = [await startValkey(), await startValkey()];
    const name = await movableName(old.port);
    const patience = { ...usualPatience, redisAwayMs: 200 };
    const { add, done, stop } = await worker('test.survives.bull-moved', { patience }, name.url);
    await add('before');
    await done();
    name.leadTo(next.port);
    await old.send('REPLICAOF', '127.0.0.1', String(next.port));
    await eventually(async () => {
      await add('after');
      return Number(await next.send('DBSIZE')) > 0;
    }, 'the new master is told of jobs');
    await done();
    await stop();
    name.close();
    await Promise.all([old.close(), next.close()]);
  });

  it('stops while Redis refuses to write', async () => {
    const { gate, begun, add, stop } = await worker('test.survives.bull-refused-at-the-end', {
      patience: { ...usualPatience, redisAwayMs: 200 },
    });
    await add('in hand', { waits: true });
    await begun.until(1);
    await writes(false);
    const stopped = stop();
    gate.resolve();
    await stopped;
    expect(await stored('test.survives.bull-refused-at-the-end')).toEqual([]);
  });
});
