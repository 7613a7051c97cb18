import { commonErrors } from '@gangway/kit';
import type { Transaction } from '@gangway/kit';
import { isRefundFinal } from '../domain/reconcile-refund.ts';
import { hasGoneTwice, isDueBack, nextUnkeptKey } from '../domain/unkept.ts';
import { paymentErrors } from '../errors.ts';
import { moneyOf } from '../store/payments.ts';
import { changeRefund, refundsOfPayment } from '../store/refunds.ts';
import type { RefundRow } from '../store/refunds.ts';
import { byHand } from './carry-out-refund.ts';
import type { Hub } from './hub.ts';
import { arriveAfterAll, failRefund, lockForRefund, succeedRefund } from './refunds.ts';
import type { LockedRefund } from './refunds.ts';
import { requestRefund } from './request-refund.ts';
import { note } from './staff-deed.ts';
import type { Deed } from './staff-deed.ts';
import { staffRefundView } from './staff-views.ts';

/** The refunds of a payment as staff see them, the earliest first. */
export async function refundViews(trx: Transaction, paymentId: string) {
  const refunds = await refundsOfPayment(trx, paymentId);
  return refunds.map((refund) => staffRefundView(refund, refunds));
}

async function viewOf(trx: Transaction, { document_id, payment_id }: RefundRow) {
  const views = await refundViews(trx, payment_id);
  const found = views.find(({ id }) => id === document_id);
  if (!found) throw commonErrors.NOT_FOUND();
  return found;
}

/**
 * The money has gone back, as people have seen: handed over by them, or by the gateway without our hearing of it. One that
 * failed and went all the same is booked when the payment has that much left again.
 * @throws NOT_FOUND, NOT_BY_HAND, REFUND_EXCEEDS_PAYMENT
 */
export async function confirmRefund(hub: Hub, trx: Transaction, deed: Deed & { reference: string }) {
  const { id, now, reference, person } = deed;
  const locked = await lockRefundOf(hub, trx, deed);
  if (!waitsForPeople(locked.refund) && !hasGoneTwice(locked.refund)) throw paymentErrors.NOT_BY_HAND();
  await changeRefund(trx, { refundId: id, change: { reference, staff_id: person.staffId ?? null }, now });
  await succeed(hub, trx, { ...locked, now });
  await note(trx, { ...deed, action: 'payments.refund.confirmed', kind: 'refund', details: { reference } });
  return viewOf(trx, locked.refund);
}

/**
 * The money has not gone back and will not, as people have seen: the amount is free again.
 * @throws NOT_FOUND, NOT_BY_HAND
 */
export async function failByHand(hub: Hub, trx: Transaction, deed: Deed & { reason: string }) {
  const { id, now, reason, person } = deed;
  const locked = await lockRefundOf(hub, trx, deed);
  if (!waitsForPeople(locked.refund)) throw paymentErrors.NOT_BY_HAND();
  await changeRefund(trx, { refundId: id, change: { staff_id: person.staffId ?? null }, now });
  await failRefund(hub, trx, { ...locked, now, problem: 'FAILED' });
  await note(trx, { ...deed, action: 'payments.refund.failed', kind: 'refund', details: { reason } });
  return viewOf(trx, locked.refund);
}

async function lockRefundOf(hub: Hub, trx: Transaction, { id, now }: Deed): Promise<LockedRefund> {
  const locked = await lockForRefund(hub, trx, { refundId: id, now });
  if (!locked) throw commonErrors.NOT_FOUND();
  return locked;
}

const waitsForPeople = ({ state, problem }: RefundRow): boolean => !isRefundFinal(state) && problem !== null;

async function succeed(hub: Hub, trx: Transaction, ending: LockedRefund & { now: Date }): Promise<void> {
  const { refund, payment } = ending;
  if (refund.state !== 'failed') return succeedRefund(hub, trx, ending);
  if (!(await arriveAfterAll(hub, trx, ending)))
    throw paymentErrors.REFUND_EXCEEDS_PAYMENT({ left: payment.amount - payment.refunded_amount });
}

/**
 * Gives money back once more that nothing keeps and whose refund has failed. Asked again for the same one, it is the
 * refund that was begun then. `byHand`: past the gateway; it waits until staff confirm it.
 * @throws NOT_FOUND, REFUND_NOT_DUE, REFUND_EXCEEDS_PAYMENT
 */
export async function askRefundAgain(hub: Hub, trx: Transaction, deed: Deed & { byHand: boolean }) {
  const { refund } = await lockRefundOf(hub, trx, deed);
  const key = nextUnkeptKey(refund.key);
  if (!key || !isDueBack(refund)) throw paymentErrors.REFUND_NOT_DUE();
  const known = (await refundsOfPayment(trx, refund.payment_id)).find((one) => one.key === key);
  return viewOf(trx, known ?? (await beginAgain(hub, trx, { deed, refund, key })));
}

type Again = { deed: Deed & { byHand: boolean }; refund: RefundRow; key: string };

async function beginAgain(hub: Hub, trx: Transaction, { deed, refund, key }: Again): Promise<RefundRow> {
  const { now } = deed;
  const { payment_id: paymentId, payable_kind: kind, payable_id: id, sale, reason } = refund;
  const order = { kind, id, paymentId, amount: moneyOf(refund), sale, reason, key, now };
  const [begun] = await requestRefund(hub, trx, order);
  if (!begun) throw new Error('A refund was not written.');
  const waiting = { state: 'pending' as const, problem: byHand, next_check_at: null };
  const refundId = begun.document_id;
  if (deed.byHand) await changeRefund(trx, { refundId, change: waiting, now });
  const details = { again: refundId };
  await note(trx, { ...deed, action: 'payments.refund.asked-again', kind: 'refund', details });
  return begun;
}
