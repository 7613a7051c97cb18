import { runMigrations } from 'graphile-worker';
import type { JobDriver } from '../../../../contract/driver.ts';
import { addJobs, nameJobs } from './add-jobs.ts';
import { usualPatience } from '../bull/driver-settings.ts';
import { createPendingRecovery } from '../bull/recovery.ts';
import { adoptPendingJobs } from './adopt-pending.ts';
import { postgresDeadLetters } from './dead-letters.ts';
import type { PostgresDriverSettings } from './driver-settings.ts';
import { graphileLogger } from './graphile-log.ts';
import { createRecovery } from './recovery.ts';
import { startWorker } from './worker.ts';

/**
 * Jobs as rows of graphile-worker 0.18, added inside the caller's transaction. Some statements use its private
 * tables, which the public functions do not cover: the version is pinned and the contract suite holds it.
 */
export function postgresDriver(settings: PostgresDriverSettings): JobDriver {
  const { connectionString, transaction, log } = settings;
  const recoverJobs = createRecovery(settings.leasePatienceMs);
  const recoverPendingJobs = createPendingRecovery(usualPatience);
  const known = { names: [] as readonly string[] };
  return {
    prepare: async (jobNames) => {
      known.names = jobNames;
      await runMigrations({ connectionString, logger: graphileLogger(log) });
      await transaction((trx) => nameJobs(trx, jobNames));
    },
    add: addJobs,
    start: (plan) => startWorker(plan, settings),
    recover: async (trx) => {
      await recoverJobs(trx);
      const adopted = await adoptPendingJobs(trx, { names: known.names, recover: recoverPendingJobs });
      if (adopted > 0) log.info(`Jobs: ${adopted} that were kept for Redis are run without it from now on.`);
    },
    deadLetters: postgresDeadLetters(transaction),
  };
}
