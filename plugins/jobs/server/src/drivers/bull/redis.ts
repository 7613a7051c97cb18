import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { RedisOptions } from 'ioredis';
import type { JobLog } from '../../../../contract/job.ts';
import { messageOf } from '../../services/message-of.ts';

export type RedisUse = 'client' | 'subscriber' | 'bclient';

export type RedisSet = {
  /** Commands that wait for nothing: `undefined` when Redis says nothing in time, and then it is away. */
  ask<Answer>(question: (client: Redis) => Promise<Answer>): Promise<Answer | undefined>;
  /** One connection for each use; of the blocking ones, one for each queue. */
  connection(use: RedisUse, queueName?: string): Redis;
  isReady(): boolean;
  /** Milliseconds since Redis last answered; 0 when it does. */
  awayMs(): number;
  close(): Promise<void>;
};

const longestPauseMs = 1000;
const silenceMs = 3000;
const longestEndMs = 500;

// bull wants its blocking and its listening connection without limits of their own.
const options: RedisOptions = {
  maxRetriesPerRequest: null,
  enableReadyCheck: false,
  connectTimeout: 5000,
  keepAlive: 10_000,
  retryStrategy: (times) => Math.min(times * 100, longestPauseMs),
};

export type RedisSettings = { url: string; log: JobLog; onReady(): void };

/** The connections of one process. Trouble is logged once, until it is over; it ends nothing. */
export function connectRedis({ url, log, onReady }: RedisSettings): RedisSet {
  const state = { awaySince: performance.now() as number | undefined, told: false, closed: false };
  const connections = new Map<string, Redis>();
  const tell = (reason: unknown) => {
    if (state.told || state.closed) return;
    state.told = true;
    log.warn(
      `Jobs: Redis does not answer (${messageOf(reason)}). No job is lost; until it does, jobs come from PostgreSQL.`,
    );
  };
  const away = (reason: unknown) => {
    state.awaySince ??= performance.now();
    tell(reason);
  };
  const back = () => {
    if (state.told) log.info('Jobs: Redis answers again.');
    Object.assign(state, { awaySince: undefined, told: false });
    onReady();
  };
  const connection = (use: RedisUse, queueName = '') => {
    const name = use === 'bclient' ? `${use}-${queueName}` : use;
    const known = connections.get(name) ?? open(url, use).on('error', tell);
    connections.set(name, known);
    return known;
  };
  // The others come and go with this one, and the blocking one ends before it when a worker stops.
  const main = connection('client')
    .on('ready', back)
    .on('close', () => away(new Error('the connection was closed')));
  const isReady = () => main.status === 'ready' && state.awaySince === undefined;
  return {
    connection,
    isReady,
    awayMs: () => (state.awaySince === undefined ? 0 : performance.now() - state.awaySince),
    ask: async (question) => {
      if (!isReady()) return undefined;
      const answer = await withinSilence(question(main));
      if (answer !== silence) return answer;
      away(new Error('it is silent'));
      for (const each of connections.values()) each.disconnect(true);
      return undefined;
    },
    close: async () => {
      state.closed = true;
      await Promise.all([...connections.values()].map(end));
    },
  };
}

function open(url: string, use: RedisUse): Redis {
  return new Redis(url, {
    ...options,
    enableReadyCheck: use === 'client',
    connectionName: `gangway-jobs-${use}`,
  });
}

const silence = Symbol('silence');

async function withinSilence<Answer>(asked: Promise<Answer>): Promise<Answer | typeof silence> {
  const timer: { stop?: NodeJS.Timeout } = {};
  const silent = new Promise<typeof silence>((resolve) => {
    timer.stop = setTimeout(() => resolve(silence), silenceMs);
  });
  try {
    return await Promise.race([asked, silent]);
  } finally {
    clearTimeout(timer.stop);
  }
}

/** One that is just connecting may never say that it has ended. */
async function end(connection: Redis): Promise<void> {
  if (connection.status === 'end') return;
  const late = new AbortController();
  const ended = new Promise<void>((resolve) => void connection.once('end', () => resolve()));
  connection.disconnect();
  await Promise.race([ended, pause(longestEndMs, undefined, { signal: late.signal }).catch(() => undefined)]);
  late.abort();
}
