import { claimKey, keepReference } from '@gangway/database/idempotency';
import type { KeptAnswer } from '@gangway/database/idempotency';
import { commonErrors, isAppError, send } from '@gangway/kit';
import type { FailureContext, ProviderFailure, StartedPayment, Transaction } from '@gangway/kit';
import { paymentErrors } from '../errors.ts';
import { nextCheck } from '../domain/next-check.ts';
import { changePayment, moneyOf, postponePayment } from '../store/payments.ts';
import type { PaymentRow } from '../store/payments.ts';
import { askStart } from './ask-start.ts';
import { begin, resume } from './begin.ts';
import type { BeginCall, Begun } from './begin.ts';
import type { Outcome } from './call-gateway.ts';
import { quickTransaction } from './hub.ts';
import type { Hub } from './hub.ts';
import { jsonAnswer, keep, keepingAnswer, refusalAnswer } from './kept-answer.ts';
import type { RequestKey } from './kept-answer.ts';
import { applyReport, lockForPayment, payloadOf } from './settle.ts';

export type StartCall = BeginCall & { request: RequestKey | undefined; context: FailureContext };

/** `repeated`: it was kept by an earlier request under the same key. */
export type Started = KeptAnswer & { repeated?: true };

/**
 * Starts a payment: key and attempt are committed first, then the gateway is asked with no transaction open, then its
 * word and the answer are committed together. Whatever breaks off in between, a repetition goes on with the same attempt.
 * @throws PAYMENT_UNAVAILABLE when the outcome is unknown; the attempt is kept and asked about
 */
export async function startPayment(hub: Hub, call: StartCall): Promise<Started> {
  const begun = await quickTransaction(hub, (trx) => claimAndBegin(hub, trx, call));
  if ('status' in begun) return begun;
  if (begun.payment.external_id !== null || begun.payment.state !== 'pending')
    return keepingAnswer(hub, call, () => Promise.resolve(answerAbout(call, begun.payment)));
  const outcome = await askStart(hub, begun);
  const answer = await keepingAnswer(hub, call, (trx) => conclude(hub, trx, { call, begun, outcome }));
  if (!answer) throw paymentErrors.PAYMENT_UNAVAILABLE({ paymentId: begun.payment.document_id });
  return answer;
}

async function claimAndBegin(hub: Hub, trx: Transaction, call: StartCall): Promise<Begun | Started> {
  const { request, now } = call;
  if (!request) return begin(hub, trx, call);
  const claim = await claimKey(trx, { ...request, now });
  if (claim.state === 'other-request') throw commonErrors.IDEMPOTENCY_KEY_REUSED();
  if (claim.state === 'done') return { ...claim, repeated: true };
  if (claim.state === 'open' && claim.reference) return resume(hub, trx, { paymentId: claim.reference, now });
  return beginUnderKey(hub, trx, { ...call, request });
}

/** A refusal is an answer too and is kept; what was done before it is undone. */
async function beginUnderKey(
  hub: Hub,
  trx: Transaction,
  call: StartCall & { request: RequestKey },
): Promise<Begun | KeptAnswer> {
  const { request, now, context } = call;
  await send(trx, 'savepoint attempt');
  try {
    const begun = await begin(hub, trx, call);
    await keepReference(trx, { ...request, reference: begun.payment.document_id });
    return begun;
  } catch (error) {
    if (!isAppError(error) || error.status >= 500) throw error;
    await trx.raw('rollback to savepoint attempt');
    return keep(trx, { request, answer: refusalAnswer(error, context), now });
  }
}

type Conclusion = { call: StartCall; begun: Begun; outcome: Outcome<StartedPayment> };

/** Undefined: the outcome is unknown, and the key stays open. */
async function conclude(
  hub: Hub,
  trx: Transaction,
  { call, begun, outcome }: Conclusion,
): Promise<KeptAnswer | undefined> {
  const paymentId = begun.payment.document_id;
  const { now } = call;
  if ('failure' in outcome) return failed(hub, trx, { call, paymentId, failure: outcome.failure });
  const { action, ...report } = outcome.answer;
  const known = begun.payment;
  const payment = await applyReport(hub, trx, { paymentId, report, action, now, known });
  return answerAbout(call, payment ?? known);
}

type Failed = { call: StartCall; paymentId: string; failure: ProviderFailure };

async function failed(hub: Hub, trx: Transaction, { call, paymentId, failure }: Failed) {
  const { now, context } = call;
  hub.log.warn({ paymentId, failure: failure.code }, `A payment could not be started: ${failure.message}`);
  if (failure.provider === 'unreachable') {
    await postponePayment(trx, { paymentId, next: nextCheck({ now, checks: 0, known: false }), now });
    return undefined;
  }
  await refuse(hub, trx, { paymentId, reason: failure.code, now });
  const refusal = paymentErrors.PAYMENT_REFUSED({ paymentId, reason: failure.code });
  return refusalAnswer(refusal, context);
}

/** They answered no: nothing was taken, and this attempt has ended. */
export async function refuse(
  hub: Hub,
  trx: Transaction,
  { paymentId, reason, now }: { paymentId: string; reason: string; now: Date },
): Promise<void> {
  const payment = (await lockForPayment(hub, trx, { paymentId, now }))?.payment;
  if (!payment || payment.state !== 'pending' || payment.external_id !== null) return;
  const change = { state: 'failed' as const, reason, checked_at: now, next_check_at: null };
  await changePayment(trx, { paymentId, change, now });
  await hub.jobs.announce(trx, 'payment.failed', payloadOf(payment));
}

function answerAbout({ context }: StartCall, payment: PaymentRow): KeptAnswer {
  const ended = ['canceled', 'expired', 'failed'].includes(payment.state);
  const refusal = () =>
    paymentErrors.PAYMENT_REFUSED({ paymentId: payment.document_id, reason: payment.reason });
  return ended ? refusalAnswer(refusal(), context) : jsonAnswer(200, { data: startedView(payment) });
}

export const startedView = (payment: PaymentRow) => ({
  paymentId: payment.document_id,
  status: payment.state,
  action:
    payment.state === 'succeeded' ? { type: 'none' as const } : (payment.action ?? { type: 'none' as const }),
  amount: moneyOf(payment),
  holdUntil: payment.hold_until?.toISOString() ?? null,
});
