import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { claimKey, keepOwnAnswer, requestHash } from '@gangway/database/idempotency';
import type { KeptAnswer, KeyOwner } from '@gangway/database/idempotency';
import { commonErrors, createCoalescer, isAppError, keepPlans, send } from '@gangway/kit';
import type { Locale } from '@gangway/kit';
import { perStrapi } from '../per-strapi.ts';
import { appFailure } from '../request/failure.ts';
import { idempotencyKey } from './idempotency-key.ts';
import { readyAnswer } from './ready-answer.ts';
import type { ReadyAnswer } from './ready-answer.ts';

/** A request as front routes, `strapiRoute` handlers and doors get it. */
export interface KeyedRequest {
  params: unknown;
  query: unknown;
  body: unknown;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  locale: Locale;
  now: Date;
  requestId: string;
}

/** The value that the contract's `response` describes; status 200 when not given. */
export interface Outcome {
  status?: number;
  value: unknown;
}

export type Work = (trx: Knex.Transaction) => Promise<Outcome>;

/** `scope` is the route's id and who asks: `orders.create:session:…`. Its digest alone is stored. */
export interface Keyed {
  request: KeyedRequest;
  scope: string;
}

const coalescer = perStrapi(() => createCoalescer<ReadyAnswer>());

/**
 * Runs `work` in one transaction and answers with bytes that front routes, `strapiRoute` handlers and doors can return
 * as they are. With an `Idempotency-Key` the answer is stored in that transaction: a repetition gets the same status
 * and bytes for 24 hours. A refusal is an answer too: it is stored, and what the work did before it is undone. A 401, a
 * 429 and everything from 500 on is not stored: the same key may try again. No foreign call in here.
 * @throws INVALID_IDEMPOTENCY_KEY, IDEMPOTENCY_KEY_REUSED, CONFLICT, and whatever `work` throws and is not stored
 */
export async function idempotently(strapi: Core.Strapi, keyed: Keyed, work: Work): Promise<ReadyAnswer> {
  const { request, scope } = keyed;
  const key = idempotencyKey(request.headers);
  if (key === undefined) return strapi.db.transaction(async ({ trx }) => rendered(await work(trx)));
  const hash = requestHash([request.params, request.query, request.body]);
  return coalescer(strapi).run({ key: `${key} ${scope}`, request: hash }, async () =>
    strapi.db.transaction(async ({ trx }) => {
      await keepPlans(trx);
      return once({ trx, owner: { scope, key }, hash, request, work });
    }),
  );
}

interface Attempt {
  trx: Knex.Transaction;
  owner: KeyOwner;
  hash: string;
  request: KeyedRequest;
  work: Work;
}

async function once({ trx, owner, hash, request, work }: Attempt): Promise<ReadyAnswer> {
  const claim = await claimKey(trx, { ...owner, hash, now: request.now });
  if (claim.state === 'other-request') throw commonErrors.IDEMPOTENCY_KEY_REUSED();
  if (claim.state === 'open') throw commonErrors.CONFLICT();
  if (claim.state === 'done') return readyAnswer(claim);
  const answer = await answered({ trx, request, work });
  await keepOwnAnswer(trx, { ...owner, ...answer });
  return answer;
}

/** A savepoint: what a refused work has done is undone, while the key and its answer stay. */
async function answered({ trx, request, work }: Omit<Attempt, 'owner' | 'hash'>): Promise<ReadyAnswer> {
  await send(trx, 'savepoint keyed_work');
  try {
    return rendered(await work(trx));
  } catch (thrown) {
    if (!isAppError(thrown) || !isLasting(thrown.status)) throw thrown;
    await trx.raw('rollback to savepoint keyed_work');
    const { locale, requestId: traceId } = request;
    const { status, body } = appFailure(thrown, { locale, traceId });
    return rendered({ status, value: body });
  }
}

const isLasting = (status: number) => status < 500 && status !== 401 && status !== 429;

const rendered = ({ status = 200, value }: Outcome): ReadyAnswer => readyAnswer(json({ status, value }));

const json = ({ status, value }: { status: number; value: unknown }): KeptAnswer => ({
  status,
  contentType: 'application/json; charset=utf-8',
  bytes: Buffer.from(JSON.stringify(value)),
});
