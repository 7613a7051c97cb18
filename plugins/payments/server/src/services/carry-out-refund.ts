import type { RefundReport } from '@gangway/kit';
import { isCarriedOut, noGateway } from '../domain/carried-out.ts';
import { isStale, isUnlisted, mayResend, nextAsk, nextCheck } from '../domain/next-check.ts';
import { isRefundFinal } from '../domain/reconcile-refund.ts';
import { moneyOf, readPayment } from '../store/payments.ts';
import type { PaymentRow } from '../store/payments.ts';
import { changeRefund, lockRefund, postponeRefund, readRefund } from '../store/refunds.ts';
import type { RefundRow } from '../store/refunds.ts';
import { callGateway } from './call-gateway.ts';
import type { Outcome } from './call-gateway.ts';
import { gatewayOf } from './hub.ts';
import type { Hub, OpenGateway } from './hub.ts';
import { applyRefundReport, failRefund, lockForRefund, reviewRefund } from './refunds.ts';

/** What waits for people: no gateway can give this payment back. */
export const byHand = 'BY_HAND';

/** So many checks are as far apart as they become. */
const longestWait = 12;

type Case = { refund: RefundRow; payment: PaymentRow; now: Date };

/** Sends a refund to the gateway, or asks how it stands. Bears repetition. */
export async function carryOutRefund(
  hub: Hub,
  { refundId, now }: { refundId: string; now: Date },
): Promise<void> {
  const found = await hub.transaction(async (trx) => {
    const refund = await readRefund(trx, refundId);
    const payment = refund && (await readPayment(trx, refund.payment_id));
    return payment && { refund, payment, now };
  });
  if (!found || !isCarriedOut(found.refund)) return;
  const gateway = gatewayOf(hub, found.payment);
  if (isByHand(found.payment, gateway)) return leaveToPeople(hub, found);
  if (!gateway) return withoutGateway(hub, found);
  if (found.refund.problem !== null && !(await takeUp(hub, found))) return;
  if (found.refund.external_id === null && !mayResend({ startedAt: found.refund.requested_at, now }))
    return giveToReview(hub, found);
  await conclude(hub, found, await callGateway(() => ask(gateway, found)));
}

/** Nobody but people can give it back: they took the money, or its gateway gives nothing back. */
const isByHand = ({ staff_id, external_id }: PaymentRow, gateway: OpenGateway | undefined): boolean =>
  staff_id !== null || external_id === null || (gateway !== undefined && !gateway.port.startRefund);

/** A process may be older than a new gateway: people are told after an hour, and it is carried out once it is known. */
function withoutGateway(hub: Hub, { refund: { document_id: refundId }, now }: Case): Promise<void> {
  return hub.transaction(async (trx) => {
    const locked = await lockForRefund(hub, trx, { refundId, now });
    if (!locked || !isCarriedOut(locked.refund)) return;
    const { requested_at: since, problem } = locked.refund;
    if (problem === null && isUnlisted({ since, now }))
      await reviewRefund(hub, trx, { ...locked, now, why: noGateway });
    const next = nextAsk({ startedAt: since, now, checks: longestWait });
    await changeRefund(trx, { refundId, change: { next_check_at: next }, now });
  });
}

/** Takes it back from people before it is sent, or they could end it meanwhile; false when they were quicker. */
function takeUp(hub: Hub, { refund: { document_id: refundId }, now }: Case): Promise<boolean> {
  return hub.transaction(async (trx) => {
    const refund = await lockRefund(trx, refundId);
    if (!refund || !isCarriedOut(refund)) return false;
    await changeRefund(trx, { refundId, change: { problem: null }, now });
    return true;
  });
}

function ask({ port }: OpenGateway, { refund, payment }: Case): Promise<RefundReport> {
  if (refund.external_id !== null && port.fetchRefund) return port.fetchRefund(refund.external_id);
  if (!port.startRefund) throw new Error('This gateway gives nothing back.');
  return port.startRefund({
    refundId: refund.document_id,
    externalId: payment.external_id ?? '',
    amount: moneyOf(refund),
    full: refund.amount === payment.amount,
    sale: refund.sale,
    reason: refund.reason,
  });
}

async function conclude(hub: Hub, found: Case, outcome: Outcome<RefundReport>): Promise<void> {
  const { refund, now } = found;
  const refundId = refund.document_id;
  if ('answer' in outcome)
    return hub.transaction((trx) => applyRefundReport(hub, trx, { refundId, report: outcome.answer, now }));
  const { failure } = outcome;
  hub.log.warn({ refundId, failure: failure.code }, `A refund was not carried out: ${failure.message}`);
  // A refused question about a refund that they have says nothing about the refund.
  if (failure.provider === 'refused' && refund.external_id === null) return refused(hub, found, failure.code);
  if (isStale({ startedAt: refund.requested_at, now })) return giveToReview(hub, found);
  const next = nextCheck({ now, checks: refund.checks, known: false });
  await hub.transaction((trx) => postponeRefund(trx, { refundId, next, now }));
}

/** When an earlier send was not answered, the money may be on its way: then a no ends nothing. */
function refused(hub: Hub, { refund, now }: Case, problem: string): Promise<void> {
  return hub.transaction(async (trx) => {
    const locked = await lockForRefund(hub, trx, { refundId: refund.document_id, now });
    if (!locked || isRefundFinal(locked.refund.state) || locked.refund.external_id !== null) return;
    const { checks, failures } = locked.refund;
    if (checks + (failures ?? 0) > 0) await reviewRefund(hub, trx, { ...locked, now, why: 'REFUSED_LATER' });
    else await failRefund(hub, trx, { ...locked, now, problem });
  });
}

function leaveToPeople(hub: Hub, { refund: { document_id: refundId }, now }: Case): Promise<void> {
  const change = { state: 'pending' as const, problem: byHand, next_check_at: null };
  return hub.transaction(async (trx) => {
    const refund = await lockRefund(trx, refundId);
    if (refund && !isRefundFinal(refund.state)) await changeRefund(trx, { refundId, change, now });
  });
}

/** Silent for a week; or for a day after it was sent, when the gateway would no longer know it for the same. */
function giveToReview(hub: Hub, { refund, now }: Case): Promise<void> {
  return hub.transaction(async (trx) => {
    const locked = await lockForRefund(hub, trx, { refundId: refund.document_id, now });
    if (!locked || isRefundFinal(locked.refund.state)) return;
    await reviewRefund(hub, trx, { ...locked, now, why: 'NO_ANSWER' });
  });
}
