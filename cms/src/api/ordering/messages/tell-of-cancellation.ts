import type { Core } from '@strapi/strapi';
import { jobsOf } from '@gangway/jobs/contract';
import { z } from '@gangway/kit';
import { tellBuyer } from '../settlement/tell-buyer.ts';
import { readOrder } from '../store/orders.ts';

const payload = z.object({ orderId: z.string() });

/** Called in the room's `register`: whoever cancels an order, its buyer hears of it. */
export function tellOfCancellation(strapi: Core.Strapi): void {
  const job = jobsOf(strapi).define({
    name: 'ordering.tell-of-cancellation',
    payload,
    transaction: true,
    run: async ({ payload: { orderId }, trx, now }) => {
      const order = await readOrder(trx, orderId);
      if (order) await tellBuyer(strapi, { trx, order, message: 'order.cancelled', now });
    },
  });
  jobsOf(strapi).subscribe('order.cancelled', job);
}
