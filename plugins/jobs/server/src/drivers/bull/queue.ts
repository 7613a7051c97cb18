import Bull from 'bull';
import type { Job, Queue } from 'bull';
import type { Redis } from 'ioredis';
import { setTimeout as pause } from 'node:timers/promises';
import type { JobLog } from '../../../../contract/job.ts';
import { messageOf } from '../../services/message-of.ts';
import type { RedisSet, RedisUse } from './redis.ts';
import type { Turn, Waiting } from './rows.ts';

const longestCloseMs = 2000;

// The row decides who runs a job, so that a lock of bull which ends too early does no harm, and one that ends late only
// holds up what a process had fetched in the moment it was killed.
const settings = {
  lockDuration: 10_000,
  stalledInterval: 5_000,
  maxStalledCount: 1000,
  retryProcessDelay: 500,
};

const options = { removeOnComplete: true, removeOnFail: true, attempts: 1 };

export type BullQueue = {
  /** Tells Redis of them; those that it knows already stay as they are. */
  add(waiting: readonly Waiting[]): Promise<void>;
  /** Fetches no more in this process. */
  pause(): void;
  /** Waits, not for ever, for what is on its way to Redis. */
  close(): Promise<void>;
};

export type BullQueueSettings = {
  redis: RedisSet;
  prefix: string;
  queueName: string;
  concurrency: number;
  handle(turn: Turn, name: string): Promise<void>;
  log: JobLog;
};

/** The queue of bull, whose jobs are no more than names of rows. */
export function openQueue({
  redis,
  prefix,
  queueName,
  concurrency,
  handle,
  log,
}: BullQueueSettings): BullQueue {
  const createClient = (use: RedisUse) => redis.connection(use, queueName);
  const queue = new Bull<Turn>(queueName, { prefix, createClient, settings });
  withoutSurprises(queue);
  queue.on('error', (error) => {
    if (!redis.hear(error)) log.debug(`Jobs: bull says: ${messageOf(error)}`);
  });
  const work = ({ data, name }: Job<Turn>) => handle(data, name);
  void queue.process('*', concurrency, work).catch(() => undefined);
  return {
    add: async (waiting) => {
      await Promise.all(waiting.map((row) => queue.add(row.name, turnOf(row), optionsOf(row))));
    },
    pause: () => {
      hangUp(redis.connection('bclient', queueName));
      void queue.pause(true, true).catch(() => undefined);
    },
    close: async () => {
      await redis.ask((client) => putBack(queue, client));
      const closed = queue.close().catch(() => undefined);
      const late = new AbortController();
      const limit = pause(longestCloseMs, undefined, { signal: late.signal }).catch(() => undefined);
      await Promise.race([closed, limit]);
      late.abort();
      (queue as unknown as Inside)._clearTimers();
    },
  };
}

const turnOf = ({ id, attempts }: Turn): Turn => ({ id, attempts });

// Its own number for each attempt: bull still knows the last one while we tell it of the next. A number alone, or a
// word that is one of bull's keys, would spoil the queue.
const optionsOf = ({ id, attempts, delayMs }: Waiting) => ({
  ...options,
  jobId: `g${id}.${attempts}`,
  delay: Math.ceil(delayMs),
});

/**
 * The end of the connection ends its waiting. To pause and to close, bull would connect it again, in a promise that
 * nobody waits for: with Redis away that would end the process.
 */
function hangUp(connection: Redis): void {
  Object.assign(connection, { connect: () => Promise.resolve() });
  connection.disconnect();
}

/**
 * A connection that ends while it waits may have been given a job that nobody read: it lies with the active ones, without
 * a lock. bull looks for such jobs every few seconds, in two rounds; a process that stops does it at once.
 */
async function putBack(queue: Queue<Turn>, client: Redis): Promise<true> {
  for (let round = 1; round <= 2; round += 1) {
    await client.del(queue.toKey('stalled-check'));
    await (queue as unknown as Inside).moveUnlockedJobsToWait();
  }
  return true;
}

type Inside = {
  moveUnlockedJobsToWait(): Promise<void>;
  /** With Redis away bull does not come so far by itself, and its timers keep the process. */
  _clearTimers(): void;
  setWorkerName(): Promise<void>;
  processJob(job: unknown, notFetch?: boolean): Promise<unknown>;
};

/**
 * bull gives its connections names in a promise that nobody waits for: lost with the connection, it would end the
 * process. And with the end of a job it fetches the next one, which would lie in a process that stops meanwhile.
 */
function withoutSurprises(queue: Queue<Turn>): void {
  const inside = queue as unknown as Inside;
  const { processJob } = inside;
  inside.setWorkerName = () => Promise.resolve();
  inside.processJob = (job) => processJob(job, true);
}
