import { runMigrations } from 'graphile-worker';
import type { JobDriver, RunInTransaction } from '../../../../contract/driver.ts';
import type { JobLog } from '../../../../contract/job.ts';
import { addJobs, nameJobs } from './add-jobs.ts';
import { postgresDeadLetters } from './dead-letters.ts';
import { graphileLogger } from './graphile-log.ts';
import { recoverJobs } from './recovery.ts';
import { startWorker } from './worker.ts';

export type PostgresDriverSettings = {
  connectionString: string;
  /** Jobs of this process that run at the same time. */
  concurrency: number;
  /** How often to look for jobs that no notification told of: retries and postponed ones. */
  pollIntervalMs: number;
  transaction: RunInTransaction;
  log: JobLog;
};

/**
 * Jobs as rows of graphile-worker 0.18, added inside the caller's transaction. Some statements use its private
 * tables, which the public functions do not cover: the version is pinned and the contract suite holds it.
 */
export function postgresDriver(settings: PostgresDriverSettings): JobDriver {
  const { connectionString, transaction, log } = settings;
  return {
    prepare: async (jobNames) => {
      await runMigrations({ connectionString, logger: graphileLogger(log) });
      await transaction((trx) => nameJobs(trx, jobNames));
    },
    add: addJobs,
    start: (plan) => startWorker(plan, settings),
    recover: recoverJobs,
    deadLetters: postgresDeadLetters(transaction),
  };
}
