import type { JobDriver } from '../../../../contract/driver.ts';
import { addJobs } from './add-jobs.ts';
import { adoptGraphileJobs } from './adopt-graphile.ts';
import { pendingDeadLetters } from './dead-letters.ts';
import { createRecovery } from '../postgres/recovery.ts';
import { usualPatience } from './driver-settings.ts';
import type { BullDriverSettings } from './driver-settings.ts';
import { createPendingRecovery } from './recovery.ts';
import { startWorker } from './worker.ts';

/**
 * Jobs as rows of `jobs_pending`, added inside the caller's transaction, and handed out by bull over Redis. The rows are
 * the truth: what Redis loses is handed over again, what it says twice is done once, and while it is away jobs come from
 * the rows directly.
 */
export function bullDriver(settings: BullDriverSettings): JobDriver {
  const { transaction, log, patience = usualPatience } = settings;
  const recoverJobs = createPendingRecovery(patience);
  const recoverGraphileJobs = createRecovery();
  const known = { names: [] as readonly string[] };
  return {
    prepare: async (jobNames) => void (known.names = jobNames),
    add: addJobs,
    start: (plan) => startWorker(plan, settings),
    recover: async (trx) => {
      await recoverJobs(trx);
      const adopted = await adoptGraphileJobs(trx, { names: known.names, recover: recoverGraphileJobs });
      if (adopted > 0) log.info(`Jobs: ${adopted} that were kept without Redis are run with it from now on.`);
    },
    deadLetters: pendingDeadLetters(transaction),
  };
}
