import type { PaymentReport } from '@gangway/kit';
import { isAskedOn } from '../domain/left-to-people.ts';
import { isStale, isUnlisted, mayResend, nextAsk, nextCheck } from '../domain/next-check.ts';
import { isFinal } from '../domain/reconcile.ts';
import { postponePayment, readPayment } from '../store/payments.ts';
import type { PaymentRow } from '../store/payments.ts';
import { askStart } from './ask-start.ts';
import { resume } from './begin.ts';
import { callGateway } from './call-gateway.ts';
import { gatewayOf } from './hub.ts';
import type { Hub, OpenGateway } from './hub.ts';
import { applyReport, lockForPayment, review } from './settle.ts';
import { refuse } from './start.ts';

type Case = { payment: PaymentRow; now: Date };

const graceMs = 24 * 3_600_000;

/** Asks the gateway how a payment stands, and settles what follows. Bears repetition. */
export async function checkPayment(
  hub: Hub,
  { paymentId, now }: { paymentId: string; now: Date },
): Promise<void> {
  const payment = await hub.transaction((trx) => readPayment(trx, paymentId));
  if (!payment) return;
  if (payment.external_id === null) return findOutStart(hub, { payment, now });
  const gateway = gatewayOf(hub, payment);
  if (!gateway) return withoutGateway(hub, { payment, now });
  await askState(hub, gateway, { payment, now });
}

function withoutGateway(hub: Hub, { payment, now }: Case): Promise<void> {
  if (!isUnlisted({ since: payment.started_at, now })) return postpone(hub, { payment, now });
  return giveToReview(hub, { payment, now }, 'NO_GATEWAY');
}

/** Whether the start ever arrived: asking again under the same id answers that. */
async function findOutStart(hub: Hub, { payment, now }: Case): Promise<void> {
  const paymentId = payment.document_id;
  if (payment.state !== 'pending' || payment.staff_id !== null) return;
  if (!mayResend({ startedAt: payment.started_at, now }))
    return giveToReview(hub, { payment, now }, 'NO_ANSWER');
  const begun = await hub.transaction((trx) => resume(hub, trx, { paymentId, now }));
  const outcome = await askStart(hub, begun);
  if ('failure' in outcome) {
    if (outcome.failure.provider === 'unreachable') return postpone(hub, { payment, now });
    return hub.transaction((trx) => refuse(hub, trx, { paymentId, reason: outcome.failure.code, now }));
  }
  const { action, ...report } = outcome.answer;
  await hub.transaction((trx) => applyReport(hub, trx, { paymentId, report, action, now }));
}

async function askState(hub: Hub, gateway: OpenGateway, { payment, now }: Case): Promise<void> {
  const paymentId = payment.document_id;
  const outcome = await callGateway(() => gateway.port.fetch(payment.external_id ?? ''));
  if ('failure' in outcome) {
    hub.log.warn({ paymentId, failure: outcome.failure.code }, `A payment cannot be asked about.`);
    if (isStale({ startedAt: payment.started_at, now }))
      return giveToReview(hub, { payment, now }, 'NO_ANSWER');
    return postpone(hub, { payment, now });
  }
  const report = await endOverdue(gateway, { payment, now }, outcome.answer);
  await hub.transaction((trx) => applyReport(hub, trx, { paymentId, report, now }));
}

/**
 * An attempt that nobody has paid a day after its time is over for us. Money that comes all the same settles, as long
 * as the gateway tells of it; without notifications we go on asking.
 */
async function endOverdue({ port }: OpenGateway, { payment, now }: Case, report: PaymentReport) {
  const until = payment.expires_at ?? payment.hold_until;
  const overdue = until !== null && now.getTime() > until.getTime() + graceMs;
  if (isFinal(report.state) || !overdue) return report;
  if (port.cancel) {
    const { cancel } = port;
    const outcome = await callGateway(() => cancel(report.externalId));
    if ('answer' in outcome) return outcome.answer;
  }
  return port.readNotice && report.state === 'pending' ? { ...report, state: 'expired' as const } : report;
}

function postpone(hub: Hub, { payment, now }: Case): Promise<void> {
  const { document_id: paymentId } = payment;
  return hub.transaction((trx) => postponePayment(trx, { paymentId, next: nextOf(payment, now), now }));
}

const nextOf = ({ external_id, started_at, checks }: PaymentRow, now: Date): Date =>
  external_id === null
    ? nextCheck({ now, checks, known: false })
    : nextAsk({ startedAt: started_at, now, checks });

type Why = 'NO_ANSWER' | 'NO_GATEWAY';

/** Only what is still open: it may have ended while the gateway was asked. What people know of is only put off. */
function giveToReview(hub: Hub, asked: Case, why: Why): Promise<void> {
  const { now } = asked;
  const paymentId = asked.payment.document_id;
  return hub.transaction(async (trx) => {
    const locked = await lockForPayment(hub, trx, { paymentId, now });
    if (!locked || isFinal(locked.payment.state)) return;
    const { payment } = locked;
    if (payment.external_id === null || !isAskedOn(payment.reason))
      return review(hub, trx, { payment, now, why });
    await postponePayment(trx, { paymentId, next: nextOf(payment, now), now });
  });
}
