import type { Transaction } from '@gangway/kit';
import { isCarriedOut } from '../domain/carried-out.ts';
import { isAskedOn } from '../domain/left-to-people.ts';
import { nextCheck } from '../domain/next-check.ts';
import { isFinal } from '../domain/reconcile.ts';
import { isRefundFinal } from '../domain/reconcile-refund.ts';
import { closeNotice, putNoticeOff, readNoticeRow } from '../store/inbox.ts';
import type { InboxRow } from '../store/inbox.ts';
import { changePayment, lockPayment, paymentByExternalId } from '../store/payments.ts';
import type { PaymentRow } from '../store/payments.ts';
import { changeRefund, lockRefund, readRefund, refundByExternalId } from '../store/refunds.ts';
import type { Hub } from './hub.ts';
import { reviewRefund } from './refunds.ts';
import { review } from './settle.ts';

/** The gateway has answered, and what follows of it cannot be written down: a fault of ours. */
const cannotSettle = 'CANNOT_SETTLE';

/** An hour, as the waits grow. */
const mostFailures = 10;

type Count = (trx: Transaction) => Promise<void>;

/** Does the work of a job. What it throws is counted and puts it off, longer every time, until people look. */
export async function bear(hub: Hub, work: () => Promise<void>, count: Count): Promise<void> {
  try {
    await work();
  } catch (error) {
    hub.log.error({ err: error }, 'Work on a payment broke off; it is done again later.');
    await hub.transaction(count);
  }
}

const afterFailures = (failures: number, now: Date): Date =>
  nextCheck({ now, checks: failures - 1, known: false });

type Broken = { paymentId: string; now: Date };

/** Locks no more than the rows of its own: what is paid for may be what breaks. */
export async function countPaymentFailure(hub: Hub, trx: Transaction, { paymentId, now }: Broken) {
  const payment = await lockPayment(trx, paymentId);
  if (!payment || isFinal(payment.state) || isWithPeople(payment)) return;
  const failures = (payment.failures ?? 0) + 1;
  if (failures >= mostFailures) return review(hub, trx, { payment, now, why: cannotSettle });
  const change = { failures, next_check_at: afterFailures(failures, now) };
  await changePayment(trx, { paymentId, change, now });
}

const isWithPeople = ({ needs_review, reason }: PaymentRow): boolean => needs_review && !isAskedOn(reason);

type BrokenRefund = { refundId: string; now: Date };

export async function countRefundFailure(hub: Hub, trx: Transaction, broken: BrokenRefund): Promise<void> {
  const { refundId, now } = broken;
  const locked = await lockAlone(trx, refundId);
  if (!locked || !isCarriedOut(locked.refund)) return;
  const failures = (locked.refund.failures ?? 0) + 1;
  if (failures >= mostFailures) return reviewRefund(hub, trx, { ...locked, now, why: cannotSettle });
  const change = { failures, next_check_at: afterFailures(failures, now) };
  await changeRefund(trx, { refundId, change, now });
}

async function lockAlone(trx: Transaction, refundId: string) {
  const known = await readRefund(trx, refundId);
  const payment = known && (await lockPayment(trx, known.payment_id));
  const refund = payment && (await lockRefund(trx, refundId));
  return refund && { payment, refund };
}

type BrokenNotice = { inboxId: string; now: Date };

export async function countNoticeFailure(hub: Hub, trx: Transaction, broken: BrokenNotice): Promise<void> {
  const { inboxId: id, now } = broken;
  const row = await readNoticeRow(trx, id);
  if (!row || row.handled_at) return;
  const tries = (row.problem === cannotSettle ? row.tries : 0) + 1;
  if (tries < mostFailures)
    return putNoticeOff(trx, { id, tries, dueAt: afterFailures(tries, now), problem: cannotSettle });
  await reviewSubject(hub, trx, { row, now });
  await closeNotice(trx, { id, now, paymentId: null, problem: cannotSettle });
}

type Subject = { row: InboxRow; now: Date };

async function reviewSubject(hub: Hub, trx: Transaction, { row, now }: Subject): Promise<void> {
  const ids = { providerKey: row.provider_key, externalId: row.external_id };
  if (row.about === 'refund') {
    const refund = await refundByExternalId(trx, ids);
    const locked = refund && (await lockAlone(trx, refund.document_id));
    if (locked && !isRefundFinal(locked.refund.state))
      await reviewRefund(hub, trx, { ...locked, now, why: cannotSettle });
    return;
  }
  const known = await paymentByExternalId(trx, ids);
  const payment = known && (await lockPayment(trx, known.document_id));
  if (payment && payment.state !== 'succeeded') await review(hub, trx, { payment, now, why: cannotSettle });
}
