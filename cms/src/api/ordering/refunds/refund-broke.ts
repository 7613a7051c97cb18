import type { Core } from '@strapi/strapi';
import { jobsOf } from '@gangway/jobs/contract';
import { withMoneyBack } from '../domain/refund-request.ts';
import { tellBuyer } from '../settlement/tell-buyer.ts';
import { restoreAdmissions } from '../store/admissions.ts';
import { writeHistory } from '../store/history.ts';
import { updateOrder } from '../store/orders.ts';
import { updateRefundRequest } from '../store/refund-requests.ts';
import { type Refunded, requestOf } from './refund-arrived.ts';

const system = { kind: 'system' } as const;

/**
 * The gateway refused a refund for good. The money is still ours, so what it paid for is the buyer's again: the
 * places were never free, the admissions are good as before. People have to look at the order.
 */
export async function refundBroke(strapi: Core.Strapi, { trx, id, refund, now }: Refunded): Promise<void> {
  const found = await requestOf({ trx, id, refund });
  const details = { refundId: refund.id, paymentId: refund.paymentId, amount: refund.amount.amount };
  await writeHistory(trx, { orderId: id, at: now, actor: system, what: 'refund.failed', details });
  await updateOrder(trx, { orderId: id, changes: { needsReview: true }, now });
  if (found?.request.state !== 'pending') return;
  const request = withMoneyBack(found.request, { id: refund.id, state: 'failed' });
  await updateRefundRequest(trx, { request, now });
  if (request.state !== 'failed') return;
  await tellBuyer(strapi, {
    trx,
    order: found.order,
    message: 'order.refund-failed',
    about: request.id,
    now,
  });
  const ids = await restoreAdmissions(trx, { ids: request.lines.flatMap((line) => line.admissionIds), now });
  for (const admissionId of ids)
    await jobsOf(strapi).announce(trx, 'admission.issued', { orderId: id, admissionId });
}
