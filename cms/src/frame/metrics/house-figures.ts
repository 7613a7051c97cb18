/** One number that PostgreSQL knows: a scalar subquery, or an expression of them. `$1` is the business time. */
export interface Figure {
  /** Of the metric, without `gangway_`. */
  name: string;
  help: string;
  sql: string;
}

interface Queue {
  waiting: string;
  running: string;
  dead: string;
  /** When the oldest due job became due. */
  oldest: string;
}

/** Where a driver of jobs keeps its rows. */
const queues = {
  postgres: {
    waiting: '(select count(*) from graphile_worker._private_jobs where is_available and run_at <= now())',
    running: '(select count(*) from graphile_worker._private_jobs where locked_at is not null)',
    dead: '(select count(*) from graphile_worker._private_jobs where locked_at is null and attempts >= max_attempts)',
    oldest: '(select min(run_at) from graphile_worker._private_jobs where is_available)',
  },
  bull: {
    waiting: `(select count(*) from jobs_pending where state = 'waiting' and run_at <= now())`,
    running: `(select count(*) from jobs_pending where state = 'running')`,
    dead: `(select count(*) from jobs_pending where state = 'dead')`,
    oldest: `(select min(run_at) from jobs_pending where state = 'waiting')`,
  },
} as const satisfies Record<string, Queue>;

/** Durable work, with the driver that hands it out. */
export const jobFigures = (driver: keyof typeof queues): readonly Figure[] => [
  {
    name: 'jobs_waiting',
    help: 'Jobs that are due and not begun, items of drains among them',
    sql: `${queues[driver].waiting} + (select count(*) from job_items where state = 'pending')`,
  },
  { name: 'jobs_running', help: 'Jobs that some process works on', sql: queues[driver].running },
  {
    name: 'jobs_dead',
    help: 'Jobs and items that were given up after their last attempt: people must look',
    sql: `${queues[driver].dead} + (select count(*) from job_items where state = 'dead')`,
  },
  {
    name: 'jobs_oldest_waiting_seconds',
    help: 'How long the oldest due job has waited',
    sql: `coalesce(greatest(extract(epoch from now() - ${queues[driver].oldest}), 0), 0)`,
  },
];

/** Each is answered from an index or a handful of rows. */
export const shopFigures: readonly Figure[] = [
  {
    name: 'holds_live',
    help: 'Holds that keep places for somebody now',
    sql: `(select count(*) from holds where state = 'active' and expires_at > $1)`,
  },
  {
    name: 'holds_oldest_expired_seconds',
    help: 'For how long the oldest hold that has run out has not been tidied away',
    sql: `(select coalesce(extract(epoch from $1 - min(expires_at)), 0)
             from holds where state = 'active' and expires_at <= $1)`,
  },
  {
    name: 'oversold_places',
    help: 'Places promised beyond what a departure has: must be 0',
    sql: `(select coalesce(sum(held + sold - capacity), 0) from place_counters where held + sold > capacity)`,
  },
  {
    name: 'oversell_guards_missing',
    help: 'Of the index and the constraint that make overselling impossible, those that PostgreSQL does not have: must be 0',
    sql: `2 - (select count(*) from pg_index
                where indexrelid = to_regclass('seating_claims_live') and indisunique and indisvalid)
            - (select count(*) from pg_constraint
                where conname = 'place_counters_capacity' and conrelid = to_regclass('place_counters') and convalidated)`,
  },
  {
    name: 'orders_need_review',
    help: 'Orders that wait for a person to look at them',
    sql: `(select count(*) from orders where needs_review)`,
  },
  {
    name: 'payments_need_review',
    help: 'Payments that wait for a person to look at them',
    sql: `(select count(*) from payments where needs_review)`,
  },
  {
    name: 'payment_inbox_waiting',
    help: 'Notifications of gateways that have not been followed up',
    sql: `(select count(*) from payment_inbox where handled_at is null)`,
  },
  {
    name: 'payment_inbox_oldest_seconds',
    help: 'How long the oldest of them has waited',
    sql: `(select coalesce(greatest(extract(epoch from $1 - min(received_at)), 0), 0)
             from payment_inbox where handled_at is null)`,
  },
  {
    name: 'mails_waiting',
    help: 'Messages that have not left yet',
    sql: `(select count(*) from messages where state in ('queued', 'sending'))`,
  },
  {
    name: 'mails_failed',
    help: 'Messages that could not be delivered and are not tried again',
    sql: `(select count(*) from messages where state = 'failed')`,
  },
];

/** What is asked together: where one group cannot be answered, the others still are. */
export const figureGroups = (driver: keyof typeof queues): readonly (readonly Figure[])[] => [
  jobFigures(driver),
  shopFigures,
];

/** One statement, one row: a column for each figure, by its name. */
export const figuresStatement = (figures: readonly Figure[]): string =>
  `select ${figures.map(({ name, sql }) => `(${sql})::float8 as ${name}`).join(',\n')} where $1::timestamptz is not null`;
