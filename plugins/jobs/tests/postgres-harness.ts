import type { RunInTransaction } from '@gangway/jobs/contract';
import type { DriverHarness } from '@gangway/jobs/testing';
import { createClock } from '@gangway/kit';
import type { PostgresDriverSettings } from '../server/src/drivers/postgres/driver-settings.ts';
import { postgresDriver } from '../server/src/drivers/index.ts';
import { createJobs } from '../server/src/services/engine.ts';

export const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A transaction of its own each time, also inside another one, where Strapi's would join that. */
export const transaction = ((work) => strapi.db.connection.transaction(work)) as RunInTransaction;

/** As the plugin itself opens them. */
export const strapiTransaction = ((work) =>
  strapi.db.transaction(({ trx }) => work(trx))) as RunInTransaction;

/** Processes over graphile-worker in the database of this test worker. */
export function postgresHarness(more: Partial<PostgresDriverSettings> = {}): DriverHarness {
  const settings = {
    connectionString: databaseUrl,
    concurrency: 1,
    pollIntervalMs: 100,
    leasePatienceMs: 0,
    transaction: strapiTransaction,
    log: silent,
    ...more,
  };
  return {
    transaction,
    newProcess: () => {
      const clock = createClock();
      return {
        clock,
        jobs: createJobs({
          driver: postgresDriver(settings),
          transaction: strapiTransaction,
          clock,
          log: silent,
        }),
      };
    },
  };
}
