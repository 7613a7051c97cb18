import type { RunInTransaction } from '../../../../contract/driver.ts';
import type { JobLog } from '../../../../contract/job.ts';

export type PostgresDriverSettings = {
  connectionString: string;
  /** Jobs of this process that run at the same time. */
  concurrency: number;
  /** How often to look for jobs that no notification told of: retries and postponed ones. */
  pollIntervalMs: number;
  transaction: RunInTransaction;
  log: JobLog;
  /** A pool that has done its last job and does not end within this time is left behind: ten seconds. */
  endsWithinMs?: number;
  /** Jobs of a pool whose lease has been missing for so many milliseconds go back: eight seconds. */
  leasePatienceMs?: number;
};
