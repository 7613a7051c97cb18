import { setTimeout as pause } from 'node:timers/promises';
import { isRefusedWrite, isReplica } from '@gangway/database/refused-write';
import { Redis } from 'ioredis';
import type { RedisOptions } from 'ioredis';
import type { JobLog } from '../../../../contract/job.ts';
import { messageOf } from '../../services/message-of.ts';

export type RedisUse = 'client' | 'subscriber' | 'bclient';

export type RedisSet = {
  /** Commands that wait for nothing: `undefined` when Redis says nothing in time, or refuses to write; then it is away. */
  ask<Answer>(question: Question<Answer>): Promise<Answer | undefined>;
  /** Told of an error of a command that was not asked here: true when Redis refuses to write, and then it is away. */
  hear(error: unknown): boolean;
  /** After being away Redis is back when it has written something. */
  prove(): Promise<void>;
  /** One connection for each use; of the blocking ones, one for each queue. */
  connection(use: RedisUse, queueName?: string): Redis;
  isReady(): boolean;
  /** Milliseconds since Redis last did its work; 0 when it does. */
  awayMs(): number;
  close(): Promise<void>;
};

type Question<Answer> = (client: Redis) => Promise<Answer>;

const longestPauseMs = 1000;
const silenceMs = 3000;
const longestEndMs = 500;
const proofSeconds = 10;

// bull wants its blocking and its listening connection without limits of their own.
const options: RedisOptions = {
  maxRetriesPerRequest: null,
  enableReadyCheck: false,
  connectTimeout: 5000,
  keepAlive: 10_000,
  reconnectOnError: isReplica,
  retryStrategy: (times) => Math.min(times * 100, longestPauseMs),
};

export type RedisSettings = {
  url: string;
  /** What the keys of the house begin with. */
  prefix: string;
  log: JobLog;
  onReady(): void;
};

/** The connections of one process. Trouble is logged once, until it is over; it ends nothing. */
export function connectRedis({ url, prefix, ...settings }: RedisSettings): RedisSet {
  const standing = createStanding(settings);
  const proof: { running?: Promise<void> } = {};
  const connections = new Map<string, Redis>();
  const connection = (use: RedisUse, queueName = '') => {
    const name = use === 'bclient' ? `${use}-${queueName}` : use;
    const known = connections.get(name) ?? open(url, use).on('error', standing.tell);
    connections.set(name, known);
    return known;
  };
  // The others come and go with this one, and the blocking one ends before it when a worker stops.
  const main = connection('client')
    .on('ready', () => void prove())
    .on('close', () => standing.away(new Error('the connection was closed')));
  const isReady = () => main.status === 'ready' && !standing.isAway();
  const put = async <Answer>(question: Question<Answer>): Promise<Answer | undefined> => {
    const answer = await withinSilence(question(main)).catch((error: unknown) => {
      if (standing.hear(error)) return undefined;
      throw error;
    });
    if (answer !== silence) return answer;
    standing.away(new Error('it is silent'));
    for (const each of connections.values()) each.disconnect(true);
    return undefined;
  };
  const write = (client: Redis) => client.set(`${prefix}:written`, '1', 'EX', proofSeconds);
  const tryToWrite = async () => {
    if (await put(write).catch(standing.tell)) standing.back();
    delete proof.running;
  };
  const prove = async () => {
    if (main.status === 'ready' && standing.isAway()) await (proof.running ??= tryToWrite());
  };
  return {
    connection,
    isReady,
    prove,
    hear: standing.hear,
    awayMs: standing.awayMs,
    ask: async (question) => (isReady() ? put(question) : undefined),
    close: async () => {
      standing.close();
      await Promise.all([...connections.values()].map(end));
    },
  };
}

/** Whether Redis does its work, from the first to the last word about it in the log. Away until it has proven itself. */
function createStanding({ log, onReady }: Pick<RedisSettings, 'log' | 'onReady'>) {
  const state = { awaySince: performance.now() as number | undefined, told: false, closed: false };
  const tell = (reason: unknown) => {
    if (state.told || state.closed) return;
    state.told = true;
    const trouble = isRefusedWrite(reason) ? 'refuses to write' : 'does not answer';
    log.warn(
      `Jobs: Redis ${trouble} (${messageOf(reason)}). No job is lost; until that is over, jobs come from PostgreSQL.`,
    );
  };
  const away = (reason: unknown) => {
    state.awaySince ??= performance.now();
    tell(reason);
  };
  return {
    tell,
    away,
    back: () => {
      if (state.told) log.info('Jobs: Redis answers again, and writes.');
      Object.assign(state, { awaySince: undefined, told: false });
      onReady();
    },
    hear: (error: unknown) => {
      const isRefused = isRefusedWrite(error);
      if (isRefused) away(error);
      return isRefused;
    },
    isAway: () => state.awaySince !== undefined,
    awayMs: () => (state.awaySince === undefined ? 0 : performance.now() - state.awaySince),
    close: () => void (state.closed = true),
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
