import { record } from '@gangway/audit-log/contract';
import { clock, commonErrors, door } from '@gangway/kit';
import type { Door, Person, Transaction } from '@gangway/kit';
import {
  checkPaymentRoute,
  confirmRefundRoute,
  listNoticesRoute,
  listPaymentsRoute,
  readPaymentCardRoute,
  reviewPaymentRoute,
} from '../../../contract/admin-routes.ts';
import { readPeriod } from '../domain/period.ts';
import { paymentErrors } from '../errors.ts';
import { changePayment, lockPayment, readPayment, readPayments } from '../store/payments.ts';
import { changeRefund, readRefund, refundsOfPayment } from '../store/refunds.ts';
import { findNotices, findPayments, noticesOfPayment, postingsOfPayment } from '../store/staff-views.ts';
import { byHand } from './carry-out-refund.ts';
import { checkPayment } from './check-payment.ts';
import type { Hub } from './hub.ts';
import { lockForRefund, succeedRefund } from './refunds.ts';
import { attemptView, noticeView, postingView, staffRefundView } from './staff-views.ts';

/** What staff see of payments and do about them. */
export const staffDoors = (hub: Hub): Door[] => [
  door({ route: listPaymentsRoute, answer: ({ query }) => listAttempts(hub, query) }),
  door({
    route: readPaymentCardRoute,
    answer: async ({ params: { id } }) => ({ data: await hub.transaction((trx) => paymentCard(trx, id)) }),
  }),
  door({
    route: checkPaymentRoute,
    answer: async ({ params: { id }, person }) => ({ data: await checkNow(hub, { id, person }) }),
  }),
  door({
    route: reviewPaymentRoute,
    answer: async ({ params: { id }, body, person, now }) => ({
      data: await hub.transaction((trx) => markReviewed(trx, { id, person, now, reason: body.reason })),
    }),
  }),
  door({
    route: confirmRefundRoute,
    answer: async ({ params: { id }, body, person, now }) => ({
      data: await hub.transaction((trx) => confirmRefund(hub, trx, { id, person, now, ...body })),
    }),
  }),
  door({ route: listNoticesRoute, answer: ({ query }) => listNotices(hub, query) }),
];

type Query<R extends { query: unknown }> = R['query'] extends { _zod: { output: infer Out } } ? Out : never;

function listAttempts(hub: Hub, query: Query<typeof listPaymentsRoute>) {
  const { page, pageSize, needsReview, dateFrom, dateTo, ...rest } = query;
  const flag = needsReview === undefined ? undefined : needsReview === 'true';
  const filter = { ...rest, needsReview: flag, ...readPeriod({ dateFrom, dateTo }) };
  return hub.transaction(async (trx) => {
    const { ids, total } = await findPayments(trx, { filter, page, pageSize });
    const rows = await readPayments(trx, ids);
    return { data: rows.map(attemptView), meta: { page, pageSize, total } };
  });
}

function listNotices(hub: Hub, { page, pageSize, ...filter }: Query<typeof listNoticesRoute>) {
  return hub.transaction(async (trx) => {
    const { notices, total } = await findNotices(trx, { filter, page, pageSize });
    return { data: notices.map(noticeView), meta: { page, pageSize, total } };
  });
}

async function requirePayment(trx: Transaction, id: string) {
  const payment = await readPayment(trx, id);
  if (!payment) throw commonErrors.NOT_FOUND();
  return payment;
}

async function paymentCard(trx: Transaction, id: string) {
  const payment = await requirePayment(trx, id);
  return {
    ...attemptView(payment),
    notices: (await noticesOfPayment(trx, id)).map(noticeView),
    refunds: (await refundsOfPayment(trx, id)).map(staffRefundView),
    postings: (await postingsOfPayment(trx, id)).map(postingView),
  };
}

type Deed = { id: string; person: Person; now: Date };

async function checkNow(hub: Hub, { id, person }: Omit<Deed, 'now'>) {
  const now = clock.now();
  await hub.transaction(async (trx) => {
    await requirePayment(trx, id);
    await note(trx, { id, person, now, action: 'payments.payment.checked', kind: 'payment' });
  });
  await checkPayment(hub, { paymentId: id, now });
  return hub.transaction((trx) => paymentCard(trx, id));
}

async function markReviewed(trx: Transaction, { id, person, now, reason }: Deed & { reason: string }) {
  if (!(await lockPayment(trx, id))) throw commonErrors.NOT_FOUND();
  await changePayment(trx, { paymentId: id, change: { needs_review: false }, now });
  const action = 'payments.payment.reviewed';
  await note(trx, { id, person, now, action, kind: 'payment', details: { reason } });
  return paymentCard(trx, id);
}

async function confirmRefund(hub: Hub, trx: Transaction, deed: Deed & { reference: string }) {
  const { id, person, now, reference } = deed;
  const locked = await lockForRefund(hub, trx, { refundId: id, now });
  if (!locked) throw commonErrors.NOT_FOUND();
  if (locked.refund.state !== 'pending' || locked.refund.problem !== byHand)
    throw paymentErrors.NOT_BY_HAND();
  const change = { reference, staff_id: person.staffId ?? null };
  await changeRefund(trx, { refundId: id, change, now });
  await succeedRefund(hub, trx, { ...locked, now });
  const action = 'payments.refund.confirmed';
  await note(trx, { id, person, now, action, kind: 'refund', details: { reference } });
  const refund = await readRefund(trx, id);
  if (!refund) throw commonErrors.NOT_FOUND();
  return staffRefundView(refund);
}

type Note = Deed & { action: string; kind: string; details?: Record<string, string> };

const note = (trx: Transaction, { id, person, now, action, kind, details = {} }: Note): Promise<void> =>
  record(trx, {
    actor: { kind: 'staff', ...(person.staffId ? { id: person.staffId } : {}) },
    action,
    subject: { kind, id },
    details,
    at: now,
  });
