import type { Transaction } from '@gangway/kit';
import type { DeadLetters } from './dead-letter.ts';

export type RunInTransaction = <Result>(work: (trx: Transaction) => Promise<Result>) => Promise<Result>;

/** A job to be stored; the payload is JSON that satisfied its schema. */
export type NewJob = {
  name: string;
  payload: Record<string, unknown>;
  maxAttempts: number;
  key?: string;
  runAfter?: number;
};

/** A job that this process has taken. */
export type TakenJob = {
  id: string;
  name: string;
  payload: unknown;
  attempt: number;
  /** How long it had been due when it was taken, on the clock of the database. */
  waitedMs: number;
  /** Marks the job done inside the transaction of its effects; throws when another process has it by now. */
  complete(trx: Transaction): Promise<void>;
};

export type WorkerPlan = {
  jobNames: string[];
  /** Those of `jobNames` that must not hold up the others, however many of them wait. */
  backgroundNames: string[];
  /** Runs the job; throws when the attempt failed. */
  handle(job: TakenJob): Promise<void>;
  /** Seconds until the next attempt; undefined ends the attempts. */
  retryAfter(job: TakenJob, error: unknown): number | undefined;
};

export type RunningWorker = {
  /** Takes no more jobs and waits for the running ones. */
  stop(): Promise<void>;
};

/** Where jobs are kept and who hands them out. The contract suite in `testing/` says what each driver promises. */
export type JobDriver = {
  /** Makes the storage ready for jobs of these names. */
  prepare(jobNames: readonly string[]): Promise<void>;
  add(trx: Transaction, jobs: readonly NewJob[]): Promise<void>;
  start(plan: WorkerPlan): Promise<RunningWorker>;
  /**
   * Gives back the jobs that dead processes had taken, and takes over what another driver keeps of the names it was
   * prepared for. Called at the start and every few seconds, in one process at a time.
   */
  recover(trx: Transaction): Promise<void>;
  deadLetters: DeadLetters;
};
