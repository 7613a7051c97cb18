import type { Transaction } from '@gangway/kit';

export type Item = {
  id: string;
  key: string;
  payload: unknown;
  attempts: number;
  /** Seconds that its key is still held up, on the database's clock; zero or less: none. */
  wait: number;
};

export type KeyOfDrain = { drain: string; key: string };

// First of the two numbers of an advisory lock.
const appending = 0x6a6f6202;

const lockKey = (trx: Transaction, { drain, key }: KeyOfDrain) =>
  trx.raw('select pg_advisory_xact_lock(?, hashtext(?))', [appending, `${drain} ${key}`]);

export type NewItem = KeyOfDrain & { itemId: string | null; payload: unknown; now: Date };

/**
 * Appends behind all that is there: whoever appends to the same key waits for the end of this transaction, so that the
 * order of ids is the order of commits. False when the item is known already.
 */
export async function appendItem(trx: Transaction, item: NewItem): Promise<boolean> {
  await lockKey(trx, item);
  const { rows } = await trx.raw(append, [
    item.drain,
    item.key,
    item.itemId,
    JSON.stringify(item.payload),
    item.now,
  ]);
  return rows.length > 0;
}

const append = `
  insert into job_items (drain, key, item_id, payload, created_at) values (?, ?, ?, ?::jsonb, ?)
  on conflict (drain, item_id) where item_id is not null do nothing returning id`;

/**
 * The next item of the key, undefined when there is none. Nobody else handles this key until the transaction ends:
 * they wait for the same row.
 */
export async function takeOldest(trx: Transaction, of: KeyOfDrain): Promise<Item | undefined> {
  const { rows } = await trx.raw(oldest, [of.drain, of.key]);
  const [row] = rows as (Omit<Item, 'payload'> & { payload: string })[];
  return row && { ...row, payload: JSON.parse(row.payload) as unknown };
}

// As texts: whether a driver makes objects of jsonb and numbers of bigint is a setting of others.
const oldest = `
  select id::text, key, payload::text, attempts, coalesce(extract(epoch from not_before - clock_timestamp()), 0)::float as wait
  from job_items
  where drain = ? and key = ? and state = 'pending' order by job_items.id limit 1 for update`;

export async function markDone(trx: Transaction, { id, now }: { id: string; now: Date }): Promise<void> {
  await trx.raw(
    `update job_items set state = 'done', payload = '{}', last_error = null, handled_at = ? where id = ?`,
    [now, id],
  );
}

/** `wait` is in seconds; undefined: that was the last attempt. */
export type FailedAttempt = { item: Item; error: string; wait: number | undefined };

/** Counts the attempt. False when somebody else has counted it. */
export async function markFailed(trx: Transaction, { item, error, wait }: FailedAttempt): Promise<boolean> {
  const state = wait === undefined ? 'failed' : 'pending';
  const { rows } = await trx.raw(fail, [state, error, wait ?? 0, item.id, item.attempts]);
  return rows.length > 0;
}

const fail = `
  update job_items set state = ?, attempts = attempts + 1, last_error = ?,
    not_before = clock_timestamp() + make_interval(secs => ?)
  where id = ? and state = 'pending' and attempts = ? returning id`;

export type BuriedItem = { state: string; last_error: string | null };

export async function lockItem(trx: Transaction, id: string): Promise<BuriedItem | undefined> {
  const { rows } = await trx.raw('select state, last_error from job_items where id = ? for update', [id]);
  return (rows as BuriedItem[])[0];
}

export async function bury(trx: Transaction, id: string): Promise<void> {
  await trx.raw(`update job_items set state = 'dead' where id = ?`, [id]);
}

/** All its attempts again. */
export async function revive(trx: Transaction, id: string): Promise<void> {
  await trx.raw(`update job_items set state = 'pending', attempts = 0, not_before = null where id = ?`, [id]);
}

/** Forgets done items of the time before; answers how many of at most `limit` it found. */
export async function forgetDone(
  trx: Transaction,
  { before, limit }: { before: Date; limit: number },
): Promise<number> {
  const { rows } = await trx.raw(forget, [before, limit]);
  return rows.length;
}

const forget = `
  delete from job_items where id in (
    select id from job_items where state = 'done' and handled_at < ? limit ? for update skip locked
  ) returning id`;
