import type { Core } from '@strapi/strapi';
import { Redis } from 'ioredis';
import { Gauge } from 'prom-client';
import { readEnv } from '@gangway/config/env';
import { metrics } from '../metrics/registry.ts';
import { perStrapi } from '../per-strapi.ts';

/** A limit must not hold a request up: after this long PostgreSQL counts instead. */
const patienceMs = 500;
const silenceMs = 2000;
const longestPauseMs = 1000;

type Telling = Record<'warn' | 'info', (facts: object, message: string) => void>;

/** A connection that answers soon or not at all. Trouble is told once, until it is over; it ends nothing. */
export function connectLimitRedis(url: string, tell: Telling): Redis {
  const state = { told: false };
  const client = new Redis(url, {
    connectionName: 'gangway-limits',
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: patienceMs,
    socketTimeout: silenceMs,
    keepAlive: 10_000,
    retryStrategy: (times) => Math.min(times * 100, longestPauseMs),
  });
  const away = (reason: string) => {
    if (state.told) return;
    state.told = true;
    tell.warn({ reason }, 'Redis does not answer: limits are counted in PostgreSQL until it does');
  };
  client.on('error', ({ message }: Error) => away(message));
  // A connection may end without an error; it is not told of one that we end.
  client.on('reconnecting', () => away('The connection was closed.'));
  client.on('ready', () => {
    if (state.told) tell.info({}, 'Redis answers again: limits are counted there');
    state.told = false;
  });
  return client;
}

/** Where slow limits are counted for all processes; undefined: in PostgreSQL. */
export const limitRedis: (strapi: Core.Strapi) => Redis | undefined = perStrapi(({ log }) => {
  const { redisUrl } = readEnv();
  if (redisUrl === undefined) return undefined;
  const client = connectLimitRedis(redisUrl, {
    warn: (facts, message) => log.warn(`${message}: ${JSON.stringify(facts)}`),
    info: (_, message) => log.info(message),
  });
  tellWhetherUp(client);
  return client;
});

export function closeLimitRedis(strapi: Core.Strapi): void {
  limitRedis(strapi)?.disconnect();
}

function tellWhetherUp(client: Redis): void {
  metrics.removeSingleMetric('gangway_redis_up');
  new Gauge({
    name: 'gangway_redis_up',
    help: '1 while Redis answers this process; without it PostgreSQL does all of its work',
    registers: [metrics],
    collect() {
      this.set(client.status === 'ready' ? 1 : 0);
    },
  });
}
