/**
 * So many times in so many seconds. `memory` counts in each process, `database` across all of them: in Redis when there
 * is one, in PostgreSQL when there is none or it is away.
 */
export interface LimitRule {
  points: number;
  seconds: number;
  store: 'memory' | 'database';
}

/** What is limited, and for whom `key` stands. An office behind one address must be able to buy. */
export const limitRules = {
  /** Locking and unlocking places, per session. */
  locks: { points: 30, seconds: 1, store: 'memory' },
  /** The same, per address. */
  'locks.address': { points: 600, seconds: 1, store: 'memory' },
  /** Orders, per session. */
  orders: { points: 20, seconds: 60, store: 'memory' },
  /** The same, per address. */
  'orders.address': { points: 600, seconds: 60, store: 'memory' },
  /** Codes of promotions that do not exist, per address. */
  promotions: { points: 20, seconds: 60, store: 'memory' },
  /** Starts of payments, per what is paid. */
  payments: { points: 5, seconds: 60, store: 'database' },
  /** Asking for the link to an order, per address and per e-mail. */
  lookups: { points: 5, seconds: 60, store: 'database' },
  /** Trying passwords: per account and caller, so that nobody locks an owner out from elsewhere. */
  'log-in': { points: 10, seconds: 300, store: 'database' },
  /** The same, per account over all callers: more than one caller alone can use up. */
  'log-in.account': { points: 150, seconds: 3600, store: 'database' },
  /** Registering, per e-mail. */
  register: { points: 10, seconds: 300, store: 'database' },
  /** Asking for a new password or for a link once more, per e-mail. */
  'account-links': { points: 10, seconds: 300, store: 'database' },
  /** All of it, per address. */
  'log-in.address': { points: 60, seconds: 60, store: 'database' },
} as const satisfies Record<string, LimitRule>;

export type LimitName = keyof typeof limitRules;

export const isLimitName = (name: string): name is LimitName => Object.hasOwn(limitRules, name);
