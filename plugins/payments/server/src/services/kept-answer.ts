import { claimKey, keepAnswer } from '@gangway/database/idempotency';
import type { KeptAnswer } from '@gangway/database/idempotency';
import { doorBytes, failureBody } from '@gangway/kit';
import type { AppError, FailureContext, Transaction } from '@gangway/kit';

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

export const answerOf = ({ status, contentType, bytes }: KeptAnswer) =>
  doorBytes({ status, contentType, bytes, headers: { 'cache-control': 'no-store' } });
