import type { DriverHarness } from '@gangway/jobs/testing';
import { createClock } from '@gangway/kit';
import { bullDriver, usualPatience } from '../server/src/drivers/index.ts';
import type { BullDriverSettings } from '../server/src/drivers/index.ts';
import { createJobs } from '../server/src/services/engine.ts';
import { silent, strapiTransaction, transaction } from './postgres-harness.ts';

/** Processes over bull: rows in the database of this test worker, a queue of their own in the Redis given. */
export function bullHarness(redisUrl: string, own: Partial<BullDriverSettings> = {}): DriverHarness {
  const settings: BullDriverSettings = {
    connectionString: databaseUrl,
    redisUrl,
    prefix: `test-${Math.random().toString(36).slice(2)}`,
    concurrency: 1,
    pollIntervalMs: 100,
    patience: usualPatience,
    transaction: strapiTransaction,
    log: silent,
    ...own,
  };
  return {
    transaction,
    newProcess: () => {
      const clock = createClock();
      const driver = bullDriver(settings);
      return { clock, jobs: createJobs({ driver, transaction: strapiTransaction, clock, log: silent }) };
    },
  };
}
