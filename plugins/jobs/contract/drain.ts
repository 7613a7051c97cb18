import type { Transaction, z } from '@gangway/kit';
import type { JobLog, PayloadSchema, Retries } from './job.ts';

export type DrainRun<Payload> = {
  payload: Payload;
  /** What the order is kept for: a chat, a payment. */
  key: string;
  trx: Transaction;
  /** Business time at the start of this attempt. */
  now: Date;
  /** Counts from 1. */
  attempt: number;
  log: JobLog;
};

/**
 * Items handled one after the other for each key, in the order in which they were appended. The effects of an item and
 * its end are one transaction: exactly once, and no network call in here. One that fails holds up its key for a short
 * while and is tried again; after its last attempt it becomes a dead letter, and the next one goes on. A dead letter
 * that somebody retries is the next of its key.
 */
export type DrainDefinition<Schema extends PayloadSchema> = {
  name: string;
  payload: Schema;
  /** 3 attempts, 1 and 5 seconds apart, when not given. */
  retries?: Retries;
  handle(run: DrainRun<z.output<Schema>>): Promise<unknown>;
};

/** What `drain` answers: names the drain and types its payload. */
export type DrainHandle<Schema extends PayloadSchema = PayloadSchema> = { drain: string; payload: Schema };

export type DrainItem<Payload> = {
  key: string;
  payload: Payload;
  /** The sender's own number: an item that was appended with it before is not appended again, for a week. */
  id?: string;
};
