import { createHash } from 'node:crypto';

/** An open transaction, as much of it as is needed here; `?` in the SQL stands for the next binding. */
export interface OpenTransaction {
  raw: (
    sql: string,
    bindings?: readonly unknown[],
  ) => PromiseLike<{ rows: unknown[]; rowCount?: number | null }>;
  /** Sends a statement without waiting for it; should it fail, the commit does. */
  send?: (sql: string, bindings: readonly unknown[]) => void;
}

/** One key of one caller. `scope` is the route's id and who asks, such as `orders.create:session:…`; only its digest is stored. */
export interface KeyOwner {
  scope: string;
  key: string;
}

/** An answer as it was sent: never rendered again. */
export interface KeptAnswer {
  status: number;
  contentType: string;
  bytes: Buffer;
}

export type Claim =
  /** Nobody has used the key: do the work, then `keepAnswer` in this transaction or, after a foreign call, in the next. */
  | { state: 'new' }
  /** The key stands for another request: 409. */
  | { state: 'other-request' }
  /** Begun and not answered yet: resume what `reference` names, never begin a second one. */
  | { state: 'open'; reference: string | null }
  | ({ state: 'done' } & KeptAnswer);

const keptHours = 24;

/** A digest of what was asked. The order of an object's names does not matter. */
export function requestHash(parts: unknown): string {
  return digest(JSON.stringify(parts, (_name, value: unknown) => sorted(value)) ?? '');
}

/**
 * Takes the key for this request, for 24 hours of business time from `now`. Equal requests in other transactions wait
 * here until this one ends, and find its answer then.
 */
export async function claimKey(
  trx: OpenTransaction,
  { scope, key, hash, now }: KeyOwner & { hash: string; now: Date },
): Promise<Claim> {
  const until = new Date(now.getTime() + keptHours * 3_600_000);
  const taken = await trx.raw(take, [digest(scope), key, hash, now, until]);
  if (taken.rows.length > 0) return { state: 'new' };
  const { rows } = await trx.raw(read, [digest(scope), key]);
  const [row] = rows as KeyRow[];
  // A sweep took it away between the two statements: it was out of date.
  return row ? claimOf(row, hash) : claimKey(trx, { scope, key, hash, now });
}

/** The answer that is kept for this very request; undefined when there is none. Takes nothing. */
export async function readAnswer(
  trx: OpenTransaction,
  { scope, key, hash, now }: KeyOwner & { hash: string; now: Date },
): Promise<KeptAnswer | undefined> {
  const { rows } = await trx.raw(`${read} and expires_at > ?`, [digest(scope), key, now]);
  const [row] = rows as KeyRow[];
  const claim = row && claimOf(row, hash);
  return claim?.state === 'done' ? claim : undefined;
}

/** One of many requests that take their keys together. */
export type KeyClaim = KeyOwner & { hash: string; now: Date };

/**
 * `claimKey` for many requests at once, no owner twice. Keys are taken in a fixed order, so that two such calls never
 * wait for each other in a circle.
 * @returns a claim for each; undefined where a sweep took the key away meanwhile: try that one for itself
 */
export async function claimKeys(
  trx: OpenTransaction,
  asked: readonly KeyClaim[],
): Promise<(Claim | undefined)[]> {
  if (asked.length === 0) return [];
  const owners = asked.map(({ scope, key }) => ({ scope: digest(scope), key }));
  const until = asked.map(({ now }) => new Date(now.getTime() + keptHours * 3_600_000));
  const columns = [...columnsOf(owners), asked.map(({ hash }) => hash), asked.map(({ now }) => now), until];
  const taken = namesOf((await trx.raw(takeMany, columns)).rows);
  const others = owners.filter((owner) => !taken.has(nameOf(owner)));
  const found = others.length === 0 ? [] : (await trx.raw(readMany, columnsOf(others))).rows;
  const known = new Map((found as (KeyRow & KeyOwner)[]).map((row) => [nameOf(row), row]));
  return owners.map((owner, at) => {
    const row = known.get(nameOf(owner));
    if (taken.has(nameOf(owner))) return { state: 'new' };
    return row && claimOf(row, asked[at]?.hash ?? '');
  });
}

/** `keepAnswer` for many requests at once; the answers are text. */
export async function keepAnswers(
  trx: OpenTransaction,
  answers: readonly (KeyOwner & Omit<KeptAnswer, 'bytes'> & { bytes: Uint8Array })[],
): Promise<void> {
  if (answers.length === 0) return;
  const owners = answers.map(({ scope, key }) => ({ scope: digest(scope), key }));
  const texts = answers.map(({ bytes }) => Buffer.from(bytes).toString());
  const types = answers.map(({ contentType }) => contentType);
  await trx.raw(keepMany, [...columnsOf(owners), answers.map(({ status }) => status), types, texts]);
}

/** Lets go of keys that this transaction has claimed, as if nobody had used them. */
export async function forgetKeys(trx: OpenTransaction, owners: readonly KeyOwner[]): Promise<void> {
  if (owners.length === 0) return;
  await trx.raw(forgetMany, columnsOf(owners.map(({ scope, key }) => ({ scope: digest(scope), key }))));
}

const columnsOf = (owners: readonly KeyOwner[]) => [
  owners.map(({ scope }) => scope),
  owners.map(({ key }) => key),
];
const nameOf = ({ scope, key }: KeyOwner) => `${scope} ${key}`;
const namesOf = (rows: readonly unknown[]) => new Set((rows as KeyOwner[]).map(nameOf));

/** Notes what the request has begun, before its outcome is known. */
export async function keepReference(
  trx: OpenTransaction,
  { scope, key, reference }: KeyOwner & { reference: string },
): Promise<void> {
  await send(trx, 'update idempotency_keys set reference = ? where scope = ? and key = ?', [
    reference,
    digest(scope),
    key,
  ]);
}

/** Keeps the answer of whoever has taken the key in this very transaction: nobody else can have kept one. */
export async function keepOwnAnswer(trx: OpenTransaction, given: KeyOwner & KeptAnswer): Promise<void> {
  const { scope, key, status, contentType, bytes } = given;
  await send(trx, keep, [status, contentType, bytes, digest(scope), key]);
}

async function send(trx: OpenTransaction, sql: string, bindings: readonly unknown[]): Promise<void> {
  if (trx.send) trx.send(sql, bindings);
  else await trx.raw(sql, bindings);
}

/** Keeps the answer for every repetition. The first one stays: false when there was one already. */
export async function keepAnswer(
  trx: OpenTransaction,
  { scope, key, status, contentType, bytes }: KeyOwner & Omit<KeptAnswer, 'bytes'> & { bytes: Uint8Array },
): Promise<boolean> {
  const { rows } = await trx.raw(keep, [status, contentType, Buffer.from(bytes), digest(scope), key]);
  return rows.length > 0;
}

/** Removes up to `limit` keys that are out of date; answers how many it found. */
export async function sweepKeys(
  trx: OpenTransaction,
  { now, limit = 1000 }: { now: Date; limit?: number },
): Promise<number> {
  const { rows } = await trx.raw(sweep, [now, limit]);
  return rows.length;
}

interface KeyRow {
  request_hash: string;
  reference: string | null;
  status: number | null;
  content_type: string | null;
  bytes: Buffer | null;
}

// A key that is out of date is as good as none.
const take = `
  insert into idempotency_keys as known (scope, key, request_hash, created_at, expires_at) values (?, ?, ?, ?, ?)
  on conflict (scope, key) do update set
    request_hash = excluded.request_hash, created_at = excluded.created_at, expires_at = excluded.expires_at,
    reference = null, status = null, content_type = null, bytes = null
  where known.expires_at <= excluded.created_at
  returning key`;

const takeMany = `
  insert into idempotency_keys as known (scope, key, request_hash, created_at, expires_at)
  select * from unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
             as asked(scope, key, request_hash, created_at, expires_at) order by scope, key
  on conflict (scope, key) do update set
    request_hash = excluded.request_hash, created_at = excluded.created_at, expires_at = excluded.expires_at,
    reference = null, status = null, content_type = null, bytes = null
  where known.expires_at <= excluded.created_at
  returning scope, key`;

const readMany = `
  select k.scope, k.key, k.request_hash, k.reference, k.status, k.content_type, k.bytes
    from unnest(?::text[], ?::text[]) as asked(scope, key) join idempotency_keys k using (scope, key)`;

const keepMany = `
  update idempotency_keys k
     set status = a.status, content_type = a.content_type, bytes = convert_to(a.text, 'UTF8')
    from unnest(?::text[], ?::text[], ?::int[], ?::text[], ?::text[]) as a(scope, key, status, content_type, text)
   where k.scope = a.scope and k.key = a.key and k.status is null`;

const forgetMany = `
  delete from idempotency_keys k using unnest(?::text[], ?::text[]) as a(scope, key)
   where k.scope = a.scope and k.key = a.key and k.status is null`;

const read =
  'select request_hash, reference, status, content_type, bytes from idempotency_keys where scope = ? and key = ?';

const keep = `
  update idempotency_keys set status = ?, content_type = ?, bytes = ?
  where scope = ? and key = ? and status is null returning key`;

const sweep = `
  delete from idempotency_keys where (scope, key) in (
    select scope, key from idempotency_keys where expires_at <= ? limit ? for update skip locked
  ) returning key`;

function claimOf({ request_hash, reference, status, content_type, bytes }: KeyRow, hash: string): Claim {
  if (request_hash !== hash) return { state: 'other-request' };
  if (status === null || content_type === null || bytes === null) return { state: 'open', reference };
  return { state: 'done', status, contentType: content_type, bytes };
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}
