import type { Core } from '@strapi/strapi';
import { Histogram } from 'prom-client';
import { type Claim, claimKeys, forgetKeys, keepAnswers, type KeyClaim } from '@gangway/database/idempotency';
import { type AppError, commonErrors, keepPlans, type Transaction } from '@gangway/kit';
import type { Departure } from '../../catalog/domain/departure.ts';
import { type Entry, gatherBatches } from '../../../frame/database/batches.ts';
import type { Reply } from '../../../frame/front/front.ts';
import { idempotently, type KeyedRequest } from '../../../frame/idempotency/idempotently.ts';
import { readyAnswer } from '../../../frame/idempotency/ready-answer.ts';
import { metrics } from '../../../frame/metrics/registry.ts';
import { perStrapi } from '../../../frame/per-strapi.ts';
import { appFailure } from '../../../frame/request/failure.ts';
import { turnsTogether } from '../store/turns.ts';
import { viewOf } from './held-view.ts';
import { lockPlaces } from './lock-places.ts';
import { type Ask, type LockAnswer, lockTogether } from './lock-together.ts';
import { isStale } from './stale-catalogue.ts';

/** One request to lock places of a departure, as it waits for its batch. */
export type LockCall = {
  request: KeyedRequest;
  scope: string;
  /** Where the caller sent an Idempotency-Key. */
  key: KeyClaim | undefined;
  departure: Departure;
  ask: Ask;
  isRemembered: (seatCode: string) => boolean;
};

type LockEntry = Entry<LockCall, Reply>;

const mostTogether = 200;

const sizes = new Histogram({
  name: 'gangway_seating_batch_size',
  help: 'Requests for places that were answered by one transaction.',
  buckets: [1, 2, 5, 10, 20, 50, 100, 200],
  registers: [metrics],
});

/**
 * Locks places together with whatever else is asked of the departure at the same time: one transaction, and each
 * caller its own answer, after the commit. Throws what the lock throws.
 */
export const lockInBatch = perStrapi((strapi) =>
  gatherBatches<LockCall, Reply>({
    laneOf: ({ departure }) => departure.id,
    peopleOf: ({ ask: { buyer } }) => [
      `session ${buyer.sessionHash}`,
      ...(buyer.customerId ? [`customer ${buyer.customerId}`] : []),
    ],
    most: mostTogether,
    run: (batch) => runBatch(strapi, batch),
  }),
);

/** What comes of a request in its batch; `alone` and `busy` are left to a transaction of their own. */
type Outcome = { reply: Reply } | { error: unknown } | 'alone' | 'busy';

async function runBatch(strapi: Core.Strapi, batch: LockEntry[]): Promise<LockEntry[]> {
  sizes.observe(batch.length);
  const outcomes = await outcomesOf(
    strapi,
    batch.map(({ item }) => item),
  );
  const passing = batch.filter((_, at) => outcomes[at] === 'alone');
  batch.forEach((entry, at) => settle(strapi, entry, outcomes[at] ?? 'busy'));
  // The first frees what has died, for all of them.
  const [first, ...others] = passing;
  if (first) await answerAlone(strapi, first);
  return others;
}

function settle(strapi: Core.Strapi, entry: LockEntry, outcome: Outcome): void {
  if (outcome === 'alone') return;
  if (outcome === 'busy') return void answerAlone(strapi, entry);
  if ('reply' in outcome) entry.resolve(outcome.reply);
  else entry.reject(outcome.error);
}

const answerAlone = (strapi: Core.Strapi, { item, resolve, reject }: LockEntry): Promise<void> =>
  idempotently(strapi, item, async (trx) => {
    const { request, departure, ask } = item;
    const locked = await lockPlaces(trx, { ...ask, departure, now: request.now });
    return { value: { data: viewOf(locked) } };
  }).then(resolve, reject);

/**
 * A failure of the work has undone everything: each tries for itself. After it nobody knows what came of the commit,
 * and before it there was no connection: then all hear so. That the departure is newer hears who came with the old one.
 */
async function outcomesOf(strapi: Core.Strapi, calls: readonly LockCall[]): Promise<Outcome[]> {
  const progress = { isWorking: false };
  try {
    return await strapi.db.transaction(async ({ trx }) => {
      progress.isWorking = true;
      await keepPlans(trx);
      const outcomes = await answerTogether(trx, calls);
      progress.isWorking = false;
      return outcomes;
    });
  } catch (error) {
    const hears = (call: LockCall) =>
      isStale(error) ? call.departure === error.departure : !progress.isWorking;
    return calls.map((call) => (hears(call) ? { error } : 'busy'));
  }
}

/** Keys first, then turns, then places: as one request alone takes them. */
async function answerTogether(trx: Transaction, calls: readonly LockCall[]): Promise<Outcome[]> {
  const claims = await claimsOf(trx, calls);
  const outcomes = new Map<LockCall, Outcome>();
  for (const call of calls) {
    const known = knownOutcome(claims.get(call));
    if (known) outcomes.set(call, known);
  }
  const asking = calls.filter((call) => !outcomes.has(call));
  for (const [call, outcome] of await lockAll(trx, asking)) outcomes.set(call, outcome);
  await settleKeys(
    trx,
    asking.map((call) => ({ call, outcome: outcomes.get(call) ?? 'busy' })),
  );
  return calls.map((call) => outcomes.get(call) ?? 'busy');
}

async function claimsOf(
  trx: Transaction,
  calls: readonly LockCall[],
): Promise<Map<LockCall, Claim | 'gone'>> {
  const keyed = calls.flatMap((call) => (call.key ? { call, key: call.key } : []));
  const claims = await claimKeys(
    trx,
    keyed.map(({ key }) => key),
  );
  return new Map(keyed.map(({ call }, at) => [call, claims[at] ?? 'gone']));
}

/** What the key of a request says before anything is done. */
function knownOutcome(claim: Claim | 'gone' | undefined): Outcome | undefined {
  if (claim === undefined) return undefined;
  if (claim === 'gone') return 'busy';
  if (claim.state === 'other-request') return { error: commonErrors.IDEMPOTENCY_KEY_REUSED() };
  if (claim.state === 'open') return { error: commonErrors.CONFLICT() };
  return claim.state === 'done' ? { reply: readyAnswer(claim) } : undefined;
}

async function lockAll(trx: Transaction, calls: readonly LockCall[]): Promise<[LockCall, Outcome][]> {
  const [first] = calls;
  if (!first) return [];
  const { departure, isRemembered } = first;
  const buyers = calls.map(({ ask }) => ask.buyer);
  const planId = departure.planRow?.id;
  const turns = await turnsTogether(trx, { eventId: departure.id, planId, buyers });
  // A catalogue read anew meanwhile is another departure.
  const ready = calls.filter((call, at) => turns[at] && call.departure === departure);
  const now = ready.reduce(
    (latest, { request }) => (request.now > latest ? request.now : latest),
    first.request.now,
  );
  const asks = ready.map(({ ask }) => ask);
  const answers = await lockTogether(trx, { departure, asks, now, isRemembered });
  return ready.map((call, at) => [call, outcomeOf(call, answers[at])]);
}

function outcomeOf(call: LockCall, answer: LockAnswer | undefined): Outcome {
  if (!answer) return 'busy';
  if ('locked' in answer) return { reply: json(200, { data: viewOf(answer.locked) }) };
  if (answer.passing) return 'alone';
  return call.key ? { reply: refusal(call.request, answer.refused) } : { error: answer.refused };
}

/** With a key a refusal is an answer that is kept. */
function refusal({ locale, requestId: traceId }: KeyedRequest, error: AppError): Reply {
  const { status, body } = appFailure(error, { locale, traceId });
  return json(status, body);
}

const json = (status: number, value: unknown): Reply =>
  readyAnswer({
    ...{ status, contentType: 'application/json; charset=utf-8' },
    bytes: Buffer.from(JSON.stringify(value)),
  });

/** Answers are kept with their keys; who asks once more in a transaction of its own begins with an unused key. */
async function settleKeys(
  trx: Transaction,
  asked: readonly { call: LockCall; outcome: Outcome }[],
): Promise<void> {
  const keyed = asked.flatMap(({ call: { key }, outcome }) => (key ? { key, outcome } : []));
  const kept = keyed.flatMap(({ key, outcome }) =>
    typeof outcome === 'object' && 'reply' in outcome ? { ...key, ...outcome.reply } : [],
  );
  const unanswered = keyed.filter(({ outcome }) => typeof outcome === 'string').map(({ key }) => key);
  await keepAnswers(trx, kept);
  await forgetKeys(trx, unanswered);
}
