import type { Core } from '@strapi/strapi';
import { jobsOf } from '@gangway/jobs/contract';
import { type Transaction, z } from '@gangway/kit';
import { departureShare, isPaid } from '../domain/departure-share.ts';
import type { Order } from '../domain/order.ts';
import { requestRefund } from '../refunds/request-refund.ts';
import { endUnpaid } from '../settlement/end-unpaid.ts';
import { tellBuyer } from '../settlement/tell-buyer.ts';
import type { Actor } from '../store/history.ts';
import { lockOrder, readLines } from '../store/orders.ts';
import { readRefundRequests } from '../store/refund-requests.ts';
import {
  type CancelledOrder,
  forgottenOrders,
  noteHandled,
  noteJobs,
  openCancellation,
} from '../store/sold-departures.ts';

const jobName = 'ordering.refund-cancelled-departure';
const batch = 100;
const day = 86_400_000;
/** Nobody pays for a departure later than this after it was cancelled. */
const watchedDays = 30;

/** One job for each order, tried again by itself until it is done or a dead letter. */
export async function makeRefundJobs(
  strapi: Core.Strapi,
  trx: Transaction,
  orders: readonly CancelledOrder[],
): Promise<void> {
  const given = await noteJobs(trx, orders);
  const requests = given.map(({ eventId, orderId }) => ({
    ...{ job: jobName, payload: { eventId, orderId }, key: `cancelled:${eventId}:${orderId}` },
  }));
  await jobsOf(strapi).enqueueAll(trx, requests);
}

/** What gives the money of a cancelled departure back. Runs in `register`. */
export function defineCancelledRefunds(strapi: Core.Strapi): void {
  jobsOf(strapi).define({
    name: jobName,
    payload: z.strictObject({ eventId: z.string(), orderId: z.string() }),
    transaction: true,
    run: ({ trx, payload, now }) => refundCancelled(strapi, { trx, ...payload, now }),
  });
  // A settlement that had read the departure before the cancellation committed pays an order that no list contains.
  jobsOf(strapi).sweep({
    name: 'ordering.cancelled-departures',
    everySeconds: 10,
    run: async ({ trx, now }) => {
      const since = new Date(now.getTime() - watchedDays * day);
      await makeRefundJobs(strapi, trx, await forgottenOrders(trx, { since, limit: batch }));
      return { more: false };
    },
  });
}

type Refunding = CancelledOrder & { trx: Transaction; now: Date };
type Outcome = Pick<Parameters<typeof noteHandled>[1], 'outcome' | 'refundRequestId'>;

async function refundCancelled(strapi: Core.Strapi, refunding: Refunding): Promise<void> {
  const { trx, eventId, orderId, now } = refunding;
  const order = await lockOrder(trx, orderId);
  const deed = order && (await openCancellation(trx, { eventId, orderId }));
  if (!order || !deed) return;
  const outcome = await dealWith(strapi, { ...refunding, order, ...deed });
  await noteHandled(trx, { eventId, orderId, ...outcome, now });
  if (outcome.outcome !== 'nothing')
    await tellBuyer(strapi, { trx, order, message: 'order.departure-cancelled', about: eventId, now });
}

type Dealing = Refunding & { order: Order; staffId: string; reason: string };

async function dealWith(strapi: Core.Strapi, dealing: Dealing): Promise<Outcome> {
  const { trx, order, now } = dealing;
  if (isPaid(order)) return giveBack(strapi, dealing);
  const waits = order.state === 'LOCKED' || order.state === 'PENDING';
  if (!waits) return { outcome: 'nothing', refundRequestId: null };
  const actor: Actor = { kind: 'staff', id: dealing.staffId };
  await endUnpaid(strapi, { trx, order, to: 'CANCELLED', actor, reason: departureCancelled, now });
  return { outcome: 'ended', refundRequestId: null };
}

/** Why an unpaid order ended: its buyer hears of the departure, not of the order. */
export const departureCancelled = 'DEPARTURE_CANCELLED';

async function giveBack(strapi: Core.Strapi, dealing: Dealing): Promise<Outcome> {
  const { trx, eventId, orderId, staffId, reason, now } = dealing;
  const lines = await readLines(trx, orderId);
  const requests = await readRefundRequests(trx, orderId);
  const { lineIds } = departureShare({ lines, requests, eventId });
  if (lineIds.length === 0) return { outcome: 'nothing', refundRequestId: null };
  const { request } = await requestRefund(strapi, {
    ...{ trx, orderId, reason, now, override: true, cancelsOrder: false, because: 'OPERATOR_CANCELLED' },
    lines: lineIds.map((lineId) => ({ lineId })),
    actor: { kind: 'staff', id: staffId },
  });
  return { outcome: 'refunded', refundRequestId: request.id };
}
