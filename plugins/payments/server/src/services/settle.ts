import type { PaymentAction, PaymentReport, PaymentState, Transaction } from '@gangway/kit';
import type { PayableView } from '../../../contract/payable.ts';
import { isAskedOn, markAfter } from '../domain/left-to-people.ts';
import { nextAsk, nextCheck } from '../domain/next-check.ts';
import { postingsOf, reversed } from '../domain/postings.ts';
import { isFinal, reconcile } from '../domain/reconcile.ts';
import type { ReviewReason } from '../domain/reconcile.ts';
import { unkeptKey } from '../domain/unkept.ts';
import { type PaidFor, reopenEarlyNotices } from '../store/inbox.ts';
import { book, bookedPostings } from '../store/ledger.ts';
import { changePayment, keeperOf, lockPayment, moneyOf, readPayment } from '../store/payments.ts';
import type { PaymentChange, PaymentRow } from '../store/payments.ts';
import { payableOf } from './hub.ts';
import type { Hub } from './hub.ts';
import { requestRefund } from './request-refund.ts';

export type Report = {
  paymentId: string;
  report: PaymentReport;
  action?: PaymentAction;
  now: Date;
  known?: PaidFor | undefined;
};

/** What is locked, in the order everywhere: what is paid for, then the payment. */
export type Locked = { payment: PaymentRow; view: PayableView | undefined };

/** `known`: as somebody read it before, when it is at hand; what it pays for never changes. */
type Locking = { paymentId: string; now: Date; known?: PaidFor | undefined; settling?: boolean };

/** Locks a payment with what it pays for; undefined when there is no such payment. */
export async function lockForPayment(
  hub: Hub,
  trx: Transaction,
  { paymentId, now, known, settling = false }: Locking,
): Promise<Locked | undefined> {
  const named = known ?? (await readPayment(trx, paymentId));
  if (!named) return undefined;
  // Sent in this order: what is paid for is locked first.
  const [view, payment] = await Promise.all([
    payableOf(hub, named).load({ trx, id: named.payable_id, now, lock: true, settling }),
    lockPayment(trx, paymentId),
  ]);
  return payment && { payment, view };
}

/** Where nothing can follow for what is paid for. */
async function lockAlone(trx: Transaction, paymentId: string): Promise<Locked | undefined> {
  const payment = await lockPayment(trx, paymentId);
  return payment && { payment, view: undefined };
}

/**
 * Brings a payment to what the gateway says of it, with everything that follows, in the caller's transaction. Told
 * twice, or told late, it changes nothing.
 * @returns the payment as it stands then
 */
export async function applyReport(hub: Hub, trx: Transaction, told: Report): Promise<PaymentRow | undefined> {
  const { report } = told;
  const locked = isFinal(report.state)
    ? await lockForPayment(hub, trx, { ...told, settling: report.state === 'succeeded' })
    : await lockAlone(trx, told.paymentId);
  if (!locked) return undefined;
  const { payment } = locked;
  const verdict = reconcile(
    { state: payment.state, amount: moneyOf(payment), externalId: payment.external_id },
    report,
  );
  if (verdict.kind === 'review') {
    await review(hub, trx, { ...told, payment, why: verdict.why });
    return payment;
  }
  const to = verdict.kind === 'moved' ? verdict.to : payment.state;
  const change = changeOf({ told, payment, to });
  await changePayment(trx, { ...told, change });
  if (payment.external_id === null) await wakeEarlyNotices(hub, trx, { payment, ...told });
  if (change.needs_review && !payment.needs_review)
    await hub.jobs.announce(trx, 'payment.needs_review', payloadOf(payment));
  if (verdict.kind === 'same') return { ...payment, ...change };
  if (to === 'succeeded') await settle(hub, trx, { locked, now: told.now });
  else if (isFinal(to)) await hub.jobs.announce(trx, 'payment.failed', payloadOf(payment));
  return { ...payment, ...change };
}

export const payloadOf = ({ document_id, payable_kind, payable_id }: PaymentRow) => ({
  paymentId: document_id,
  payableKind: payable_kind,
  payableId: payable_id,
});

type Change = { told: Report; payment: PaymentRow; to: PaymentState };

function changeOf({ told: { report, action, now }, payment, to }: Change): PaymentChange {
  return {
    ...{ ...markAfter({ payment, to, now, theirs: report.reason }), state: to },
    external_id: report.externalId,
    test: report.test,
    means: report.means ?? payment.means,
    expires_at: report.expiresAt ?? payment.expires_at,
    settled_at: to === 'succeeded' ? (payment.settled_at ?? now) : payment.settled_at,
    ...(action ? { action } : {}),
    checked_at: now,
    checks: payment.checks + 1,
    failures: 0,
    next_check_at: isFinal(to) ? null : nextAskOf(payment, now),
  };
}

const nextAskOf = ({ started_at, checks }: PaymentRow, now: Date): Date =>
  nextAsk({ startedAt: started_at, now, checks });

async function wakeEarlyNotices(
  hub: Hub,
  trx: Transaction,
  { payment, report, now }: Report & { payment: PaymentRow },
): Promise<void> {
  const ids = await reopenEarlyNotices(trx, {
    ...{ providerKey: payment.provider_key, about: 'payment', externalId: report.externalId },
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

/** The money is there: booked, handed to what was paid for, and given back where that cannot keep it. */
export async function settle(
  hub: Hub,
  trx: Transaction,
  { locked: { payment, view }, now }: { locked: Locked; now: Date },
): Promise<void> {
  if (!view) return review(hub, trx, { payment, now, why: 'NO_PAYABLE', taken: true });
  if (payment.needs_review) await takeOffSuspense(trx, { payment, now });
  const { document_id: paymentId, payable_kind: kind, payable_id: id, method } = payment;
  const amount = moneyOf(payment);
  const settled = { id: paymentId, amount, method, manual: payment.staff_id !== null };
  const { subject } = view;
  // Booked first: the payable may undo what it has tried.
  const [, { refund }] = await Promise.all([
    bookPayment(trx, { payment, now, kind: 'payment.succeeded' }),
    payableOf(hub, payment).settled({ trx, id, now, payment: settled, subject }),
  ]);
  await hub.jobs.announce(trx, 'payment.succeeded', payloadOf(payment));
  if (refund)
    await requestRefund(hub, trx, { ...refund, kind, id, paymentId, key: unkeptKey(paymentId), now });
}

/** What had stood on no one's account is cleared up: it was this payment after all. */
async function takeOffSuspense(
  trx: Transaction,
  { payment, now }: { payment: PaymentRow; now: Date },
): Promise<void> {
  const source = { source: 'payment', sourceId: payment.document_id };
  const postings = reversed(await bookedPostings(trx, { ...source, kind: 'unmatched' }));
  const payable = { kind: payment.payable_kind, id: payment.payable_id };
  const entry = { kind: 'unmatched-reversed', at: now, payable, sellerId: payment.seller_id };
  await book(trx, { ...source, ...entry, postings });
}

type BookedKind = 'payment.succeeded' | 'payment.unmatched';

function bookPayment(
  trx: Transaction,
  {
    payment,
    now,
    kind,
    amount = moneyOf(payment),
  }: { payment: PaymentRow; now: Date; kind: BookedKind } & {
    amount?: PaymentReport['amount'];
  },
): Promise<boolean> {
  return book(trx, {
    ...{ source: 'payment', sourceId: payment.document_id, kind: kind.replace('payment.', ''), at: now },
    payable: { kind: payment.payable_kind, id: payment.payable_id },
    sellerId: payment.seller_id,
    postings: postingsOf({ kind, keeper: keeperOf(payment), amount }),
  });
}

type Review = {
  payment: PaymentRow;
  now: Date;
  why: ReviewReason | 'NO_PAYABLE' | 'NO_ANSWER' | 'NO_GATEWAY' | 'CANNOT_SETTLE';
  report?: PaymentReport;
  /** The payment itself has succeeded, and nobody is there to have it. */
  taken?: boolean;
};

/**
 * People have to look; where the gateway has only been silent, it is asked on. Money that came all the same stands in
 * the ledger, on no one's account.
 */
export async function review(hub: Hub, trx: Transaction, given: Review): Promise<void> {
  const { payment, now, why, report, taken } = given;
  const paymentId = payment.document_id;
  const external_id = payment.external_id ?? report?.externalId ?? null;
  const next_check_at = isAskedOn(why) && external_id !== null ? nextAskOf(payment, now) : null;
  const change = { external_id, needs_review: true, reason: why, checked_at: now, next_check_at };
  await changePayment(trx, { paymentId, change, now });
  const unmatched = report?.state === 'succeeded' && why !== 'OTHER_PAYMENT' && payment.state !== 'succeeded';
  if (taken || unmatched)
    await bookPayment(trx, {
      payment,
      now,
      kind: 'payment.unmatched',
      ...(report && { amount: report.amount }),
    });
  if (!payment.needs_review) await hub.jobs.announce(trx, 'payment.needs_review', payloadOf(payment));
}
