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
  const connections = createConnections(url, standing.tell);
  // The others come and go with this one, and the blocking one ends before it when a worker stops.
  const main = connections
    .connection('client')
    .on('ready', () => void prove())
    .on('close', () => standing.away(new Error('the connection was closed')));
  const put = putTo({ main, standing, connections });
  const prove = proving({ main, standing, put, key: `${prefix}:written` });
  const isReady = () => main.status === 'ready' && !standing.isAway();
  return {
    ...{ isReady, prove, hear: standing.hear, awayMs: standing.awayMs },
    connection: connections.connection,
    ask: async (question) => (isReady() ? put(question) : undefined),
    close: () => {
      standing.close();
      return connections.end();
    },
  };
}

type Connections = ReturnType<typeof createConnections>;
type Standing = ReturnType<typeof createStanding>;
type Put = <Answer>(question: Question<Answer>) => Promise<Answer | undefined>;

/** Opened when they are first wanted. */
function createConnections(url: string, onError: (error: Error) => void) {
  const open = new Map<string, Redis>();
  const connection = (use: RedisUse, queueName = '') => {
    const name = use === 'bclient' ? `${use}-${queueName}` : use;
    const known = open.get(name) ?? begin(url, use).on('error', onError);
    open.set(name, known);
    return known;
  };
  return {
    connection,
    again: () => open.forEach((each) => each.disconnect(true)),
    end: async () => void (await Promise.all([...open.values()].map(end))),
  };
}

type Putting = { main: Redis; standing: Standing; connections: Connections };

/** Asks, and says where Redis stands by what came of it: a silent one is left, and found again. */
function putTo({ main, standing, connections }: Putting): Put {
  return async (question) => {
    const answer = await withinSilence(question(main)).catch((error: unknown) => {
      if (standing.hear(error)) return undefined;
      throw error;
    });
    if (answer !== silence) return answer;
    standing.away(new Error('it is silent'));
    connections.again();
    return undefined;
  };
}

type Proving = { main: Redis; standing: Standing; put: Put; key: string };

/** One write at a time, and only while Redis is away. */
function proving({ main, standing, put, key }: Proving): () => Promise<void> {
  const proof: { running?: Promise<void> } = {};
  const tryToWrite = async () => {
    const write = (client: Redis) => client.set(key, '1', 'EX', proofSeconds);
    if (await put(write).catch(standing.tell)) standing.back();
    delete proof.running;
  };
  return async () => {
    if (main.status === 'ready' && standing.isAway()) await (proof.running ??= tryToWrite());
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

function begin(url: string, use: RedisUse): Redis {
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
