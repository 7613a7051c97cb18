import type { Core } from '@strapi/strapi';
import { jobsOf } from '@gangway/jobs/contract';
import { type Transaction, z } from '@gangway/kit';
import { readOrderNumber } from '../domain/order-number.ts';
import { tellBuyer } from '../settlement/tell-buyer.ts';
import { readOrder, readOrderByNumber } from '../store/orders.ts';

const jobName = 'ordering.send-link';

/** Sends the buyer the link that was asked for. Runs in `register`. */
export function defineLinkJob(strapi: Core.Strapi): void {
  jobsOf(strapi).define({
    name: jobName,
    payload: z.strictObject({ orderId: z.string().nullable(), askedAt: z.iso.datetime() }),
    transaction: true,
    run: ({ trx, payload, now }) => sendLink(strapi, { trx, ...payload, now }),
  });
}

export type LinkRequest = { number: string; email: string; now: Date };

/**
 * Queues the link to an order for its buyer's own address. A wrong number or address queues a job as well, which does
 * nothing: neither the answer nor its time tells one from the other.
 */
export async function requestLink(strapi: Core.Strapi, { number, email, now }: LinkRequest): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    const order = await readOrderByNumber(trx, readOrderNumber(number) ?? '');
    const orderId = order?.buyerEmail === email ? order.id : null;
    await jobsOf(strapi).enqueue(trx as unknown as Transaction, jobName, {
      orderId,
      askedAt: now.toISOString(),
    });
  });
}

type Link = { trx: Transaction; orderId: string | null; askedAt: string; now: Date };

async function sendLink(strapi: Core.Strapi, { trx, orderId, askedAt, now }: Link): Promise<void> {
  const order = orderId === null ? undefined : await readOrder(trx, orderId);
  if (order) await tellBuyer(strapi, { trx, order, message: 'order.link', about: askedAt, now });
}
