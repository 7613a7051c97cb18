import { jobsOf } from '@gangway/jobs/contract';
import type { JobRequest, SweepRun } from '@gangway/jobs/contract';
import { z } from '@gangway/kit';
import type { Core } from '@strapi/strapi';
import {
  bear,
  countNoticeFailure,
  countPaymentFailure,
  countRefundFailure,
} from '../services/broken-work.ts';
import { carryOutRefund } from '../services/carry-out-refund.ts';
import { checkPayment } from '../services/check-payment.ts';
import type { Hub } from '../services/hub.ts';
import { handleNotice } from '../services/notices.ts';
import { takeDueNotices } from '../store/inbox.ts';
import { takeDuePayments } from '../store/payments.ts';
import { takeDueRefunds } from '../store/refunds.ts';

const id = z.string().min(1);
const batch = 100;
/** A job that broke off is found by the sweep again after this. */
const putOffMs = 60_000;

/** Everything that happens without a buyer waiting for it. Called in `register()`. */
export function definePaymentJobs(strapi: Core.Strapi, hub: Hub): void {
  const jobs = jobsOf(strapi);
  jobs.define({
    name: 'payments.notice',
    payload: z.strictObject({ inboxId: id }),
    run: ({ payload, now }) =>
      bear(
        hub,
        () => handleNotice(hub, { ...payload, now }),
        (trx) => countNoticeFailure(hub, trx, { ...payload, now }),
      ),
  });
  jobs.define({
    name: 'payments.check',
    payload: z.strictObject({ paymentId: id }),
    run: ({ payload, now }) =>
      bear(
        hub,
        () => checkPayment(hub, { ...payload, now }),
        (trx) => countPaymentFailure(hub, trx, { ...payload, now }),
      ),
  });
  jobs.define({
    name: 'payments.refund',
    payload: z.strictObject({ refundId: id }),
    run: ({ payload, now }) =>
      bear(
        hub,
        () => carryOutRefund(hub, { ...payload, now }),
        (trx) => countRefundFailure(hub, trx, { ...payload, now }),
      ),
  });
  jobs.sweep({ name: 'payments.due', everySeconds: 5, run: (run) => sweep(hub, run) });
}

/** Payments and refunds whose outcome is open, and notifications that nobody has handled. */
async function sweep(hub: Hub, { trx, now }: SweepRun): Promise<{ more: boolean }> {
  const due = { now, until: new Date(now.getTime() + putOffMs), limit: batch };
  const requests = [
    ...(await takeDuePayments(trx, due)).map((paymentId) => request('payments.check', { paymentId })),
    ...(await takeDueRefunds(trx, due)).map((refundId) => request('payments.refund', { refundId })),
    ...(await takeDueNotices(trx, due)).map((inboxId) => request('payments.notice', { inboxId })),
  ];
  if (requests.length > 0) await hub.jobs.enqueueAll(trx, requests);
  return { more: requests.length >= batch };
}

const request = (job: string, payload: Record<string, string>): JobRequest => ({
  job,
  payload,
  key: `${job}:${Object.values(payload).join()}`,
});
