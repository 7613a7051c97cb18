import type { Pool } from 'pg';

/** Names one waiting of one job: whoever takes it makes the next attempt of the row. */
export type Turn = { id: string; attempts: number };

export type Waiting = Turn & { name: string; delayMs: number };

export type TakenRow = Turn & { name: string; payload: string; waitedMs: number };

export type Hands = { names: readonly string[]; limit: number };

const turn = `id::text, name, attempts, greatest(0, extract(epoch from run_at - clock_timestamp()) * 1000)::float as "delayMs"`;

const handOverNew = `
  update jobs_pending set handed_at = clock_timestamp() where id in (
    select id from jobs_pending where state = 'waiting' and handed_at is null and name = any($1)
    order by id limit $2 for update skip locked
  ) returning ${turn}`;

const handOverLost = `
  update jobs_pending set handed_at = clock_timestamp() where id in (
    select id from jobs_pending where state = 'waiting' and name = any($1)
      and run_at < clock_timestamp() - make_interval(secs => $3::float / 1000)
      and handed_at < clock_timestamp() - make_interval(secs => $3::float / 1000)
    order by run_at, id limit $2 for update skip locked
  ) returning ${turn}`;

/** Marks jobs that Redis was not told of yet as handed over, in their order. */
export async function takeNew(pool: Pool, { names, limit }: Hands): Promise<Waiting[]> {
  return inOrder((await pool.query(handOverNew, [names, limit])).rows as Waiting[]);
}

/** The same of jobs that were handed over, are due since, and wait all the same. */
export async function takeLost(
  pool: Pool,
  { names, limit, afterMs }: Hands & { afterMs: number },
): Promise<Waiting[]> {
  return inOrder((await pool.query(handOverLost, [names, limit, afterMs])).rows as Waiting[]);
}

const inOrder = (rows: Waiting[]) => rows.toSorted((a, b) => Number(BigInt(a.id) - BigInt(b.id)));

/** After Redis has lost everything nobody has been told of anything. */
export async function forgetHandovers(pool: Pool, names: readonly string[]): Promise<void> {
  await pool.query(
    `update jobs_pending set handed_at = null
     where id in (
       select id from jobs_pending where state = 'waiting' and handed_at is not null and name = any($1)
       order by id for update skip locked
     )`,
    [names],
  );
}

/** Gives back what Redis gave us and we cannot run: somebody hands it over again. */
export async function giveBack(pool: Pool, { id, attempts }: Turn): Promise<void> {
  await pool.query(
    `update jobs_pending set handed_at = null where id = $1 and attempts = $2 and state = 'waiting'`,
    [id, attempts],
  );
}

const took = `set state = 'running', taken_by = $1, seen_at = clock_timestamp(), attempts = attempts + 1, updated_at = clock_timestamp()`;
const taken = `returning id::text, name, payload::text, attempts,
  (extract(epoch from clock_timestamp() - run_at) * 1000)::float as "waitedMs"`;

// A timer of Redis may be a moment early.
const take = `
  update jobs_pending ${took}
  where id = $2 and attempts = $3 and state = 'waiting' and run_at < clock_timestamp() + interval '50 milliseconds'
  ${taken}`;

/** Undefined when the turn is over: the job is done, replaced, postponed, or somebody else has it. */
export async function takeTurn(pool: Pool, holder: string, turn: Turn): Promise<TakenRow | undefined> {
  const { rows } = await pool.query(take, [holder, turn.id, turn.attempts]);
  return (rows as TakenRow[])[0];
}

const takeDirectly = `
  update jobs_pending ${took} where id in (
    select id from jobs_pending where state = 'waiting' and name = any($2)
      and run_at <= clock_timestamp() - make_interval(secs => $4::float / 1000)
    order by run_at, id limit $3 for update skip locked
  ) ${taken}`;

/** Takes the oldest jobs that are due for so long, without Redis. */
export async function takeDue(
  pool: Pool,
  { holder, names, limit, dueForMs }: Hands & { holder: string; dueForMs: number },
): Promise<TakenRow[]> {
  return (await pool.query(takeDirectly, [holder, names, limit, dueForMs])).rows as TakenRow[];
}

export const ours = `id = $1 and attempts = $2 and taken_by = $3 and state = 'running'`;

/** True when it was still ours. */
export async function removeDone(pool: Pool, holder: string, { id, attempts }: Turn): Promise<boolean> {
  const { rowCount } = await pool.query(`delete from jobs_pending where ${ours}`, [id, attempts, holder]);
  return rowCount === 1;
}

const newer = `exists (
  select from jobs_pending as newer where newer.key = jobs_pending.key and newer.state <> 'running')`;

// A job whose key went to a newer one while it ran has nothing left to do.
const fail = `
  with replaced as (delete from jobs_pending where ${ours} and ${newer})
  update jobs_pending set
    state = case when $5::float is null then 'dead' else 'waiting' end,
    run_at = clock_timestamp() + make_interval(secs => coalesce($5::float, 0)),
    last_error = $4, taken_by = null, seen_at = null, handed_at = null, updated_at = clock_timestamp()
  where ${ours} and not ${newer}`;

export type FailedTurn = Turn & { error: string; retryAfter: number | undefined };

export async function markFailed(pool: Pool, holder: string, failed: FailedTurn): Promise<void> {
  const { id, attempts, error, retryAfter } = failed;
  await pool.query(fail, [id, attempts, holder, error, retryAfter ?? null]);
}

// A row that its own job holds is about to go.
const seen = `
  update jobs_pending set seen_at = clock_timestamp() where id in (
    select id from jobs_pending where taken_by = $1 and state = 'running' and id = any($2::bigint[])
    for update skip locked)`;

/** Of what it has in hand: a row that it took without hearing of it gives no sign of life. */
export async function markSeen(pool: Pool, holder: string, inHand: readonly string[]): Promise<void> {
  await pool.query(seen, [holder, inHand]);
}
