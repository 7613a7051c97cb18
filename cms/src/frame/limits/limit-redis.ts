import type { Core } from '@strapi/strapi';
import { Redis } from 'ioredis';
import { Gauge } from 'prom-client';
import { readEnv } from '@gangway/config/env';
import { isRefusedWrite, isReplica } from '@gangway/database/refused-write';
import { metrics } from '../metrics/registry.ts';
import { perStrapi } from '../per-strapi.ts';

/** A limit must not hold a request up: after this long PostgreSQL counts instead. */
const patienceMs = 500;
const silenceMs = 2000;
const longestPauseMs = 1000;

const proof = 'gangway:limits-written';
const proofSeconds = 10;
const tryEveryMs = 1000;

type Telling = Record<'warn' | 'info', (facts: object, message: string) => void>;

export interface LimitRedis {
  client: Redis;
  /** It answers, but takes no writes, as far as anybody has tried. */
  isRefusing(): boolean;
  /** Told of the error of a command. */
  hear(error: unknown): void;
  /** Whether it answers and writes: it is tried. */
  isUp(): Promise<boolean>;
}

/** A connection that answers soon or not at all. Trouble is told once, until it is over; it ends nothing. */
export function connectLimitRedis(url: string, tell: Telling): LimitRedis {
  const state = { told: false, refusing: false };
  const client = openRedis(url);
  const away = (reason: string, trouble = 'does not answer') => {
    if (state.told) return;
    state.told = true;
    tell.warn({ reason }, `Redis ${trouble}: limits are counted in PostgreSQL until that is over`);
  };
  const hear = (error: unknown) => {
    if (!isRefusedWrite(error)) return;
    state.refusing = true;
    away(error.message, 'refuses to write');
  };
  const back = () => {
    if (state.told) tell.info({}, 'Redis answers again, and writes: limits are counted there');
    Object.assign(state, { told: false, refusing: false });
  };
  const isUp = () =>
    client.set(proof, '1', 'EX', proofSeconds).then(
      () => (back(), true),
      (error: unknown) => (hear(error), false),
    );
  client.on('error', ({ message }: Error) => away(message));
  // A connection may end without an error; it is not told of one that we end.
  client.on('reconnecting', () => away('The connection was closed.'));
  client.on('ready', () => void isUp());
  const timer = setInterval(() => state.refusing && void isUp(), tryEveryMs).unref();
  client.once('end', () => clearInterval(timer));
  return { client, isUp, hear, isRefusing: () => state.refusing };
}

const openRedis = (url: string) =>
  new Redis(url, {
    connectionName: 'gangway-limits',
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: patienceMs,
    socketTimeout: silenceMs,
    keepAlive: 10_000,
    reconnectOnError: isReplica,
    retryStrategy: (times) => Math.min(times * 100, longestPauseMs),
  });

/** Where slow limits are counted for all processes; undefined: in PostgreSQL. */
export const limitRedis: (strapi: Core.Strapi) => LimitRedis | undefined = perStrapi(({ log }) => {
  const { redisUrl } = readEnv();
  if (redisUrl === undefined) return undefined;
  const redis = connectLimitRedis(redisUrl, {
    warn: (facts, message) => log.warn(`${message}: ${JSON.stringify(facts)}`),
    info: (_, message) => log.info(message),
  });
  tellWhetherUp(redis);
  return redis;
});

export function closeLimitRedis(strapi: Core.Strapi): void {
  limitRedis(strapi)?.client.disconnect();
}

export function tellWhetherUp({ isUp }: Pick<LimitRedis, 'isUp'>): void {
  metrics.removeSingleMetric('gangway_redis_up');
  new Gauge({
    name: 'gangway_redis_up',
    help: '1 while Redis answers this process and writes; without it PostgreSQL does all of its work',
    registers: [metrics],
    async collect() {
      this.set((await isUp()) ? 1 : 0);
    },
  });
}
