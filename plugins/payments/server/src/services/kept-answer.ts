import { claimKey, keepAnswer } from '@gangway/database/idempotency';
import type { KeptAnswer } from '@gangway/database/idempotency';
import { doorBytes, failureBody } from '@gangway/kit';
import type { AppError, FailureContext, Transaction } from '@gangway/kit';
import { endingWith, type Hub } from './hub.ts';

/** The key of a request, with what was asked under it. */
export type RequestKey = { scope: string; key: string; hash: string };

export const jsonAnswer = (status: number, value: unknown): KeptAnswer => ({
  status,
  contentType: 'application/json; charset=utf-8',
  bytes: Buffer.from(JSON.stringify(value)),
});

export const refusalAnswer = (error: AppError, context: FailureContext): KeptAnswer =>
  jsonAnswer(error.status, failureBody(error, context));

/** Keeps the answer under the request's key; another one that was kept first is the answer then. */
export async function keep(
  trx: Transaction,
  { request, answer, now }: { request: RequestKey | undefined; answer: KeptAnswer; now: Date },
): Promise<KeptAnswer> {
  if (!request || (await keepAnswer(trx, { ...request, ...answer }))) return answer;
  const claim = await claimKey(trx, { ...request, now });
  return claim.state === 'done' ? claim : answer;
}

type Keeping = { request: RequestKey | undefined; now: Date };

/**
 * `keep` in a transaction of its own, with the work whose answer it is. What the work has done stands also when another
 * answer was kept first. Undefined: there is no answer yet, and the key stays open.
 */
export async function keepingAnswer<Answer extends KeptAnswer | undefined>(
  hub: Hub,
  { request, now }: Keeping,
  work: (trx: Transaction) => Promise<Answer>,
): Promise<KeptAnswer | Answer> {
  const { answer, kept } = await endingWith(hub, async (trx) => {
    const answer = await work(trx);
    return async () => ({
      answer,
      kept: !request || !answer || (await keepAnswer(trx, { ...request, ...answer })),
    });
  });
  if (kept || !request) return answer;
  const claim = await hub.transaction((trx) => claimKey(trx, { ...request, now }));
  return claim.state === 'done' ? claim : answer;
}

export const answerOf = ({ status, contentType, bytes }: KeptAnswer) =>
  doorBytes({ status, contentType, bytes, headers: { 'cache-control': 'no-store' } });
