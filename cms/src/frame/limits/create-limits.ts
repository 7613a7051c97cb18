import { createHmac } from 'node:crypto';
import type { Knex } from 'knex';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { commonErrors } from '@gangway/kit';
import { networks } from '../request/trusted-proxies.ts';
import { limitRules } from './limit-rules.ts';
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
  /** Where limits across processes are counted. */
  connection: Knex;
  /** Addresses and networks that are never limited. */
  trusted: readonly string[];
  /** Makes digests of keys that nobody can find out by trying. */
  secret: string;
}

export function createLimits({ connection, trusted, secret }: LimitSettings): Limits {
  const exempt = networks(trusted);
  const limiters = new Map(
    Object.entries(limitRules).map(([name, rule]) => [name, limiter({ name, rule, connection })]),
  );
  const isExempt = ({ ip }: Taking) => ip !== undefined && exempt.has(ip);
  const digestOf = ({ key }: Taking) => createHmac('sha256', secret).update(key).digest('base64url');
  return {
    take: async (taking) => {
      if (isExempt(taking)) return;
      await limiters.get(taking.name)?.consume(digestOf(taking)).catch(refuse);
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
}

function limiter({ name: keyPrefix, rule, connection }: Limiter) {
  const { points, seconds: duration, store } = rule;
  if (store === 'memory') return new RateLimiterMemory({ keyPrefix, points, duration });
  const table = { tableName: 'rate_limits', tableCreated: true, clearExpiredByTimeout: false };
  return new RateLimiterPostgres({
    ...{ keyPrefix, points, duration, storeClient: connection, storeType: 'knex' },
    ...table,
  });
}

function refuse(reason: unknown): never {
  if (!(reason instanceof RateLimiterRes)) throw reason;
  const retryAfterSeconds = Math.max(1, Math.ceil(reason.msBeforeNext / 1000));
  throw commonErrors.RATE_LIMITED({ retryAfterSeconds });
}
