import type { RunInTransaction } from '../../../../contract/driver.ts';
import type { JobLog } from '../../../../contract/job.ts';

export type BullPatience = {
  /** Milliseconds without Redis after which jobs are taken from PostgreSQL directly. */
  redisAwayMs: number;
  /** A job that Redis was told of so long ago, and that is due since then, is told of again. */
  handedOverMs: number;
  /** A job that is due for so long while this process has nothing to do is taken directly, Redis or not. */
  forgottenMs: number;
  /** Jobs of a worker that has not been seen for so long, and whose lease is missing, go back. */
  killedMs: number;
  /** For how long a lease must be missing at every look: the connection that holds it may be mended. */
  leaseMs: number;
};

export const usualPatience: BullPatience = {
  redisAwayMs: 5000,
  handedOverMs: 5000,
  forgottenMs: 30_000,
  killedMs: 10_000,
  leaseMs: 8_000,
};

export type BullDriverSettings = {
  connectionString: string;
  /** `redis://` or `rediss://`; one database of Redis for each house. */
  redisUrl: string;
  /** What the keys of the queue begin with. */
  prefix?: string;
  /** Jobs of this process that run at the same time. */
  concurrency: number;
  /** How often to look for jobs that no notification told of. */
  pollIntervalMs: number;
  patience?: BullPatience;
  transaction: RunInTransaction;
  log: JobLog;
};
