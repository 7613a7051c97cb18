import type { Transaction, z } from '@gangway/kit';

/** What a job carries: a JSON object. Ids, never personal data: rows of failed jobs stay until someone decides. */
export type PayloadSchema = z.ZodObject;

export type JobLog = Record<'debug' | 'info' | 'warn' | 'error', (message: string, facts?: object) => void>;

/** Waits `firstSeconds` after the first failure, `factor` times longer after each next one, `maxSeconds` at most. */
export type Backoff = { firstSeconds: number; factor: number; maxSeconds: number };

export type Retries = {
  /** All attempts, the first one included. */
  max?: number;
  backoff?: Backoff;
};

export type JobRun<Payload> = {
  payload: Payload;
  /** Business time at the start of this attempt. */
  now: Date;
  /** Counts from 1. */
  attempt: number;
  log: JobLog;
};

type Common<Schema extends PayloadSchema> = {
  name: string;
  payload: Schema;
  retries?: Retries;
  /** Long or heavy work that nobody waits for: it never takes the turn of other jobs. */
  background?: boolean;
};

/** May speak to the outside world; runs at least once, so its effects must bear repetition. */
export type FreeJob<Schema extends PayloadSchema> = Common<Schema> & {
  transaction?: false;
  run(context: JobRun<z.output<Schema>>): Promise<unknown>;
};

/** Its effects and its completion are one transaction: exactly once. No network call in here. */
export type TransactionalJob<Schema extends PayloadSchema> = Common<Schema> & {
  transaction: true;
  run(context: JobRun<z.output<Schema>> & { trx: Transaction }): Promise<unknown>;
};

export type JobDefinition<Schema extends PayloadSchema> = FreeJob<Schema> | TransactionalJob<Schema>;

/** What `define` answers: names the job and types its payload. */
export type JobHandle<Schema extends PayloadSchema = PayloadSchema> = { name: string; payload: Schema };

/** Throw it in a job that no further attempt can help: it becomes a dead letter at once. */
export function giveUp(reason: string): Error {
  return Object.assign(new Error(reason), { giveUp: true });
}

export function isGivenUp(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'giveUp' in error && error.giveUp === true;
}
