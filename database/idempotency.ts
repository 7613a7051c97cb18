import { createHash } from 'node:crypto';

/** An open transaction, as much of it as is needed here; `?` in the SQL stands for the next binding. */
export interface OpenTransaction {
  raw: (
    sql: string,
    bindings?: readonly unknown[],
  ) => PromiseLike<{ rows: unknown[]; rowCount?: number | null }>;
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

/** Notes what the request has begun, before its outcome is known. */
export async function keepReference(
  trx: OpenTransaction,
  { scope, key, reference }: KeyOwner & { reference: string },
): Promise<void> {
  await trx.raw('update idempotency_keys set reference = ? where scope = ? and key = ?', [
    reference,
    digest(scope),
    key,
  ]);
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
