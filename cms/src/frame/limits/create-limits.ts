import { createHmac } from 'node:crypto';
import type { Knex } from 'knex';
import { Counter } from 'prom-client';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import { commonErrors } from '@gangway/kit';
import { metrics } from '../metrics/registry.ts';
import { networks } from '../request/trusted-proxies.ts';
import { limitRules } from './limit-rules.ts';
import type { LimitRedis } from './limit-redis.ts';
import type { LimitName, LimitRule } from './limit-rules.ts';

export interface Taking {
  name: LimitName;
  /** Whom the limit counts: a session, an account, an address. Only its digest is kept. */
  key: string;
  /** The caller's address: callers from trusted networks are not counted. */
  ip?: string;
}

export interface Limits {
  /**
   * Counts one. Call it before a transaction is opened: a limit across processes takes a connection of its own.
   * @throws RATE_LIMITED with `retryAfterSeconds`, which becomes the header `Retry-After`
   */
  take(taking: Taking): Promise<void>;
  /** Takes one back that turned out not to count. */
  giveBack(taking: Taking): Promise<void>;
}

export interface LimitSettings {
  /** Where limits across processes are counted, unless there is a Redis; with one, while that is away. */
  connection: Knex;
  redis?: LimitRedis | undefined;
  /** Addresses and networks that are never limited. */
  trusted: readonly string[];
  /** Makes digests of keys that nobody can find out by trying. */
  secret: string;
}

const refusals = new Counter({
  name: 'gangway_rate_limited_total',
  help: 'Requests that were told to come back later, by limit',
  labelNames: ['rule'],
  registers: [metrics],
});

export function createLimits({ connection, redis, trusted, secret }: LimitSettings): Limits {
  const exempt = networks(trusted);
  const limiters = new Map(
    Object.entries(limitRules).map(([name, rule]) => [name, limiter({ name, rule, connection, redis })]),
  );
  const isExempt = ({ ip }: Taking) => ip !== undefined && exempt.has(ip);
  const digestOf = ({ key }: Taking) => createHmac('sha256', secret).update(key).digest('base64url');
  return {
    take: async (taking) => {
      if (isExempt(taking)) return;
      await limiters.get(taking.name)?.consume(digestOf(taking)).catch(refuseBy(taking.name));
    },
    giveBack: async (taking) => {
      if (!isExempt(taking)) await limiters.get(taking.name)?.reward(digestOf(taking));
    },
  };
}

interface Limiter {
  name: string;
  rule: LimitRule;
  connection: Knex;
  redis: LimitRedis | undefined;
}

type Counting = Pick<RateLimiterAbstract, 'consume' | 'reward'>;

function limiter({ name: keyPrefix, rule, connection, redis }: Limiter): Counting {
  const { points, seconds: duration, store } = rule;
  if (store === 'memory') return new RateLimiterMemory({ keyPrefix, points, duration });
  const table = { tableName: 'rate_limits', tableCreated: true, clearExpiredByTimeout: false };
  const inPostgres = new RateLimiterPostgres({
    ...{ keyPrefix, points, duration, storeClient: connection, storeType: 'knex' },
    ...table,
  });
  if (redis === undefined) return inPostgres;
  const inRedis = new RateLimiterRedis({
    ...{ keyPrefix: `gangway:limit:${keyPrefix}`, points, duration, storeClient: redis.client },
    rejectIfRedisNotReady: true,
  });
  return insured({ redis, inRedis, inPostgres });
}

interface Insured {
  redis: LimitRedis;
  inRedis: Counting;
  inPostgres: Counting;
}

/** What Redis does not count is counted in PostgreSQL. */
function insured({ redis, inRedis, inPostgres }: Insured): Counting {
  const count = async (ask: (counting: Counting) => Promise<RateLimiterRes>) => {
    if (redis.isRefusing()) return ask(inPostgres);
    return ask(inRedis).catch((error: unknown) => {
      if (error instanceof RateLimiterRes) throw error;
      redis.hear(error);
      return ask(inPostgres);
    });
  };
  return {
    consume: (key) => count((counting) => counting.consume(key)),
    reward: (key) => count((counting) => counting.reward(key)),
  };
}

const refuseBy = (rule: LimitName) => (reason: unknown) => {
  if (!(reason instanceof RateLimiterRes)) throw reason;
  refusals.inc({ rule });
  const retryAfterSeconds = Math.max(1, Math.ceil(reason.msBeforeNext / 1000));
  throw commonErrors.RATE_LIMITED({ retryAfterSeconds });
};
