import { setTimeout as pause } from 'node:timers/promises';
import knex from 'knex';
import { createClock, z } from '@gangway/kit';
import type { RunInTransaction } from '@gangway/jobs/contract';
import { bullDriver } from '../../dist/server/src/drivers/index.js';
import { createJobs } from '../../dist/server/src/services/engine.js';

/** A worker of its own: `node worker-process.mts <database> <redis>`. It stops, or sweeps, when its parent says so. */
const [connectionString = '', redisUrl = ''] = process.argv.slice(2);

const database = knex({ client: 'pg', connection: connectionString, pool: { min: 0, max: 8 } });
const transaction = ((work) => database.transaction(work)) as RunInTransaction;
const say = (level: string) => (message: string) => void process.send?.({ level, message });
const log = { debug: () => {}, info: say('info'), warn: say('warn'), error: say('error') };
const patience = {
  ...{ redisAwayMs: 500, handedOverMs: 1000, forgottenMs: 30_000 },
  ...{ killedMs: 1000, leaseMs: 1000 },
};
const driver = bullDriver({
  ...{ connectionString, redisUrl, concurrency: 4, pollIntervalMs: 200, patience, transaction, log },
});
const jobs = createJobs({ driver, transaction, clock: createClock(), log });

const payload = z.strictObject({ n: z.int() });
const began = (job: string, n: number) =>
  database.raw('insert into runs values (?, ?, ?)', [job, n, process.pid]);

jobs.define({
  name: 'exact',
  payload,
  transaction: true,
  run: async ({ payload: { n }, trx }) => {
    await began('exact', n);
    await trx.raw('insert into effects values (?, ?)', [n, process.pid]);
    await pause(5);
  },
});

/** Ends when whoever holds the lock lets it go. */
jobs.define({
  name: 'held',
  payload,
  transaction: true,
  run: async ({ payload: { n }, trx }) => {
    await began('held', n);
    await trx.raw('insert into effects values (?, ?)', [n, process.pid]);
    await trx.raw('select pg_advisory_xact_lock(42)');
  },
});

process.on('message', (word) => void (word === 'stop' ? stop() : sweep()));

jobs.seal();
await jobs.prepare();
await jobs.startWorker();
process.send?.({ level: 'ready' });

async function sweep(): Promise<void> {
  await jobs.sweepNow();
  process.send?.({ level: 'swept' });
}

async function stop(): Promise<void> {
  await jobs.stop();
  await database.destroy();
  process.disconnect();
}
