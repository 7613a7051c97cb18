import type { RefundReport, Transaction } from '@gangway/kit';
import type { RefundedPayment } from '../../../contract/payable.ts';
import { isStale, nextCheck } from '../domain/next-check.ts';
import { postingsOf, reversed } from '../domain/postings.ts';
import { isRefundFinal, reconcileRefund } from '../domain/reconcile-refund.ts';
import { reopenEarlyNotices } from '../store/inbox.ts';
import { book, bookedPostings } from '../store/ledger.ts';
import { changePayment, keeperOf, moneyOf, releaseRefund, reserveRefund } from '../store/payments.ts';
import type { PaymentRow } from '../store/payments.ts';
import { changeRefund, lockRefund, readRefund } from '../store/refunds.ts';
import type { RefundRow } from '../store/refunds.ts';
import { payableOf } from './hub.ts';
import type { Hub } from './hub.ts';
import { lockForPayment, payloadOf } from './settle.ts';

export type ToldRefund = { refundId: string; report: RefundReport; now: Date };
export type LockedRefund = { refund: RefundRow; payment: PaymentRow };

/** Locks what is paid for, the payment and the refund, in this order. */
export async function lockForRefund(
  hub: Hub,
  trx: Transaction,
  { refundId, now }: { refundId: string; now: Date },
): Promise<LockedRefund | undefined> {
  const known = await readRefund(trx, refundId);
  const locked = known && (await lockForPayment(hub, trx, { paymentId: known.payment_id, now }));
  const refund = await lockRefund(trx, refundId);
  return locked && refund && { refund, payment: locked.payment };
}

/** Brings a refund to what the gateway says of it, with everything that follows; told twice, it changes nothing. */
export async function applyRefundReport(hub: Hub, trx: Transaction, told: ToldRefund): Promise<void> {
  const locked = await lockForRefund(hub, trx, told);
  if (!locked) return;
  const { refund, payment } = locked;
  const { report, refundId, now } = told;
  const known = { state: refund.state, amount: moneyOf(refund), externalId: refund.external_id };
  const verdict =
    report.paymentId === payment.external_id
      ? reconcileRefund(known, report)
      : { kind: 'review' as const, why: 'OTHER_PAYMENT' };
  if (verdict.kind === 'review') return reviewRefund(hub, trx, { ...locked, why: verdict.why, now });
  const { externalId } = report;
  if (refund.external_id === null) await wakeEarlyNotices(hub, trx, { refund, externalId, now });
  const change = {
    external_id: externalId,
    checks: refund.checks + 1,
    failures: 0,
    next_check_at: nextCheckOf(refund, now),
  };
  await changeRefund(trx, { refundId, change, now });
  const to = verdict.kind === 'moved' ? verdict.to : refund.state;
  if (!isRefundFinal(to) && isOverdue(refund, now))
    await reviewRefund(hub, trx, { ...locked, why: 'NO_ANSWER', now });
  if (verdict.kind === 'same') return;
  if (verdict.to === 'pending') await changeRefund(trx, { refundId, change: { state: 'pending' }, now });
  if (verdict.to === 'succeeded') await arrive(hub, trx, { ...locked, now });
  if (verdict.to === 'failed')
    await failRefund(hub, trx, { ...locked, now, problem: report.reason ?? 'FAILED' });
}

function nextCheckOf({ state, problem, checks }: RefundRow, now: Date): Date | null {
  return isRefundFinal(state) || problem !== null ? null : nextCheck({ now, checks, known: true });
}

/** Open for a week, and nobody has been told. */
const isOverdue = ({ requested_at, problem }: RefundRow, now: Date): boolean =>
  problem === null && isStale({ startedAt: requested_at, now });

async function wakeEarlyNotices(
  hub: Hub,
  trx: Transaction,
  { refund, externalId, now }: { refund: RefundRow; externalId: string; now: Date },
): Promise<void> {
  const ids = await reopenEarlyNotices(trx, {
    ...{ providerKey: refund.provider_key, about: 'refund', externalId },
    dueAt: nextCheck({ now, checks: 0, known: true }),
  });
  await hub.jobs.enqueueAll(
    trx,
    ids.map((inboxId) => ({
      job: 'payments.notice',
      payload: { inboxId },
      key: `payments.notice:${inboxId}`,
    })),
  );
}

type Ending = LockedRefund & { now: Date };

async function arrive(hub: Hub, trx: Transaction, ending: Ending): Promise<void> {
  if (ending.refund.state !== 'failed') return succeedRefund(hub, trx, ending);
  if (!(await arriveAfterAll(hub, trx, ending)))
    await reviewRefund(hub, trx, { ...ending, why: 'GONE_TWICE' });
}

/**
 * A refund that had failed and whose money has gone all the same: what was undone when it failed is done again, and
 * people are told. No receipt is asked for: the gateway has made it with the refund (54-FZ, art. 4.7), as for any other.
 * @returns false, with nothing changed, when the payment has not that much left: others have gone in its place
 */
export async function arriveAfterAll(hub: Hub, trx: Transaction, ending: Ending): Promise<boolean> {
  const { refund, payment, now } = ending;
  const paymentId = payment.document_id;
  if (!(await reserveRefund(trx, { paymentId, amount: refund.amount, now }))) return false;
  await takeFailureBack(trx, ending);
  await succeedRefund(hub, trx, ending);
  await changePayment(trx, { paymentId, change: { needs_review: true, reason: 'GONE_AFTER_ALL' }, now });
  if (!payment.needs_review) await hub.jobs.announce(trx, 'payment.needs_review', payloadOf(payment));
  return true;
}

async function takeFailureBack(trx: Transaction, { refund, payment, now }: Ending): Promise<void> {
  const source = { source: 'refund', sourceId: refund.document_id };
  const postings = reversed(await bookedPostings(trx, { ...source, kind: 'failed' }));
  const payable = { kind: refund.payable_kind, id: refund.payable_id };
  const entry = { kind: 'failed-reversed', at: now, payable, sellerId: payment.seller_id };
  await book(trx, { ...source, ...entry, postings });
}

/** The money has gone back. */
export async function succeedRefund(hub: Hub, trx: Transaction, ending: Ending): Promise<void> {
  const { refund, payment, now } = ending;
  const change = { state: 'succeeded' as const, problem: null, settled_at: now, next_check_at: null };
  await changeRefund(trx, { refundId: refund.document_id, change, now });
  await bookRefund(trx, ending, 'refund.succeeded');
  await payableOf(hub, payment).refunded({ trx, id: payment.payable_id, now, refund: refundOf(refund) });
  await hub.jobs.announce(trx, 'refund.succeeded', refundPayload(ending));
}

/** Refused for good: the amount may be given back another way, and people have to look. */
export async function failRefund(
  hub: Hub,
  trx: Transaction,
  ending: Ending & { problem: string },
): Promise<void> {
  const { refund, payment, now, problem } = ending;
  if (isRefundFinal(refund.state)) return;
  const change = { state: 'failed' as const, problem, settled_at: now, next_check_at: null };
  await changeRefund(trx, { refundId: refund.document_id, change, now });
  await bookRefund(trx, ending, 'refund.failed');
  const paymentId = payment.document_id;
  await releaseRefund(trx, { paymentId, amount: refund.amount, now });
  await changePayment(trx, { paymentId, change: { needs_review: true }, now });
  await payableOf(hub, payment).refundFailed({ trx, id: payment.payable_id, now, refund: refundOf(refund) });
  await hub.jobs.announce(trx, 'refund.failed', refundPayload(ending));
}

/** What they say does not fit ours: nothing moves until people have looked. */
export async function reviewRefund(
  hub: Hub,
  trx: Transaction,
  { refund, payment, now, why }: Ending & { why: string },
): Promise<void> {
  const change = { problem: why, next_check_at: null };
  await changeRefund(trx, { refundId: refund.document_id, change, now });
  await changePayment(trx, { paymentId: payment.document_id, change: { needs_review: true }, now });
  if (!payment.needs_review) await hub.jobs.announce(trx, 'payment.needs_review', payloadOf(payment));
}

function bookRefund(
  trx: Transaction,
  { refund, payment, now }: Ending,
  kind: 'refund.succeeded' | 'refund.failed',
): Promise<boolean> {
  return book(trx, {
    ...{ source: 'refund', sourceId: refund.document_id, kind: kind.replace('refund.', ''), at: now },
    payable: { kind: refund.payable_kind, id: refund.payable_id },
    sellerId: payment.seller_id,
    postings: postingsOf({ kind, keeper: keeperOf(payment), amount: moneyOf(refund) }),
  });
}

const refundOf = (refund: RefundRow): RefundedPayment => ({
  id: refund.document_id,
  paymentId: refund.payment_id,
  amount: moneyOf(refund),
  key: refund.key,
  reason: refund.reason,
});

const refundPayload = ({ refund, payment }: LockedRefund) => ({
  refundId: refund.document_id,
  ...payloadOf(payment),
});
