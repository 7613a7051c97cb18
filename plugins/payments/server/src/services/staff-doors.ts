import { clock, commonErrors, door } from '@gangway/kit';
import type { Door, Transaction } from '@gangway/kit';
import {
  askRefundAgainRoute,
  checkPaymentRoute,
  confirmRefundRoute,
  failRefundRoute,
  listNoticesRoute,
  listPaymentsRoute,
  readPaymentCardRoute,
  reviewPaymentRoute,
} from '../../../contract/admin-routes.ts';
import { readPeriod } from '../domain/period.ts';
import { changePayment, lockPayment, readPayment, readPayments } from '../store/payments.ts';
import { findNotices, findPayments, noticesOfPayment, postingsOfPayment } from '../store/staff-views.ts';
import { checkPayment } from './check-payment.ts';
import type { Hub } from './hub.ts';
import { askRefundAgain, confirmRefund, failByHand, refundViews } from './refund-deeds.ts';
import { note } from './staff-deed.ts';
import type { Deed } from './staff-deed.ts';
import { attemptView, noticeView, postingView } from './staff-views.ts';

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
  door({
    route: failRefundRoute,
    answer: async ({ params: { id }, body, person, now }) => ({
      data: await hub.transaction((trx) => failByHand(hub, trx, { id, person, now, ...body })),
    }),
  }),
  door({
    route: askRefundAgainRoute,
    answer: async ({ params: { id }, body, person, now }) => ({
      data: await hub.transaction((trx) => askRefundAgain(hub, trx, { id, person, now, ...body })),
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
    refunds: await refundViews(trx, id),
    postings: (await postingsOfPayment(trx, id)).map(postingView),
  };
}

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
