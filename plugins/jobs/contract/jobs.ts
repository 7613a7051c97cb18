import type { Transaction, z } from '@gangway/kit';
import type { DeadLetters } from './dead-letter.ts';
import type { DrainDefinition, DrainHandle, DrainItem } from './drain.ts';
import type { JobDefinition, JobHandle, JobLog, PayloadSchema } from './job.ts';

export type EnqueueOptions = {
  /** A waiting job with the same key is replaced; a running one is left alone and followed by this one. */
  key?: string;
  /** Seconds of real time to wait. For business due times sweep rows instead. */
  runAfter?: number;
};

export type JobRequest = EnqueueOptions & { job: string | JobHandle; payload: unknown };

export type CronDefinition = {
  name: string;
  /** Five fields: minute, hour, day, month, weekday. Read on business time. */
  schedule: string;
  /** IANA name; UTC when not given. */
  timezone?: string;
  job: string | JobHandle;
  /** `{}` when not given. */
  payload?: Record<string, unknown>;
};

export type SweepRun = {
  /** Business time: what is due by now is due. */
  now: Date;
  trx: Transaction;
  log: JobLog;
  /** Items that failed lately: leave them out, so that they do not hold up the others. */
  aside: ReadonlySet<string>;
  /** The batch before this one failed, and it is not known of which item: take one at a time until one fails. */
  careful: boolean;
  /** Names the item that the batch comes to. */
  at(item: string): void;
};

export type SweepDefinition = {
  name: string;
  everySeconds: number;
  /**
   * Handles a batch of due rows; answers `{ more: true }` to be called again at once, in a new transaction. A batch that
   * fails, at its commit too, is undone. The round ends until next time, or, when the batch said what it was `at`, it
   * goes on carefully, and without what fails then.
   */
  run(context: SweepRun): Promise<void | { more: boolean }>;
};

/** How an attempt at a job ended in this process: `again` is tried once more, `dead` is a dead letter. */
export type AttemptEnd = { job: string; outcome: 'done' | 'again' | 'dead'; seconds: number };

/** What rooms do with jobs. Everything that names or subscribes happens in `register()`; afterwards it is sealed. */
export type Jobs = {
  define<Schema extends PayloadSchema>(definition: JobDefinition<Schema>): JobHandle<Schema>;
  /** The job runs once for each announcement of the event, with its payload. */
  subscribe(event: string, job: string | JobHandle): void;
  /** Enqueues the job once for all processes; slots missed while nobody ran are made up for by one run. */
  cron(definition: CronDefinition): void;
  /** Runs in one process at a time: every so many seconds, at the start, and when the clock is moved. */
  sweep(definition: SweepDefinition): void;
  /** Order per key: items are handled one after the other, each in the transaction of its effects. */
  drain<Schema extends PayloadSchema>(definition: DrainDefinition<Schema>): DrainHandle<Schema>;

  /** The job exists when the transaction commits, and only then. Throws on an unknown name or a wrong payload. */
  enqueue<Schema extends PayloadSchema>(
    trx: Transaction,
    job: JobHandle<Schema>,
    payload: z.input<Schema>,
    options?: EnqueueOptions,
  ): Promise<void>;
  enqueue(trx: Transaction, job: string, payload: unknown, options?: EnqueueOptions): Promise<void>;
  /** Many jobs in one round trip, in this order. */
  enqueueAll(trx: Transaction, requests: readonly JobRequest[]): Promise<void>;
  /** One job for each subscriber of the event, none when there are none. */
  announce(trx: Transaction, event: string, payload: unknown): Promise<void>;

  /**
   * Appends an item behind all others of its key; it is handled after the commit. Answers false when an item with this
   * `id` is known. Whoever appends to the same key waits for the end of this transaction: append to several keys in
   * one order.
   */
  append<Schema extends PayloadSchema>(
    trx: Transaction,
    drain: DrainHandle<Schema>,
    item: DrainItem<z.input<Schema>>,
  ): Promise<boolean>;
  append(trx: Transaction, drain: string, item: DrainItem<unknown>): Promise<boolean>;

  deadLetters: DeadLetters;

  /** Is told of every attempt of this process when it has ended; a later watcher takes its place. */
  watchAttempts(watch: (end: AttemptEnd) => void): void;

  /** Runs jobs and sweeps in this process. The app calls it at the end of its own bootstrap; twice does nothing. */
  startWorker(): Promise<void>;
  /** Runs every sweep now and waits for it; the clock's moves do the same without being waited for. */
  sweepNow(): Promise<void>;
};

/** Jobs as the plugin itself and the testing door hold them. */
export type JobsEngine = Jobs & {
  /** Refuses what was registered wrongly and whatever comes later. */
  seal(): void;
  /** Makes the storage ready; safe at every start and in several processes. */
  prepare(): Promise<void>;
  /** Waits for the jobs and sweeps that are running. */
  stop(): Promise<void>;
};
