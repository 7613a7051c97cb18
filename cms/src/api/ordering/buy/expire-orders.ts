import type { Core } from '@strapi/strapi';
import { jobsOf } from '@gangway/jobs/contract';
import type { SweepRun } from '@gangway/jobs/contract';
import type { Transaction } from '@gangway/kit';
import { endUnpaid } from '../settlement/end-unpaid.ts';
import { tellBuyer } from '../settlement/tell-buyer.ts';
import type { Order } from '../domain/order.ts';
import { lockDueOrders } from '../store/orders.ts';

/** One in each transaction: counters are locked in a fixed order, and a second order would begin at the front again. */
const batch = 1;
const system = { kind: 'system' } as const;

/** Orders that nobody paid in time end. Runs in `register`. */
export function sweepOrders(strapi: Core.Strapi): void {
  jobsOf(strapi).sweep({
    name: 'ordering.orders',
    everySeconds: 5,
    run: async (sweep) => ({ more: (await expireOrders(strapi, sweep)) === batch }),
  });
}

type Sweep = Pick<SweepRun, 'trx' | 'now' | 'aside' | 'at'>;

/** Ends the order that is due first, if there is one; answers how many. One that cannot end holds up no other. */
export async function expireOrders(strapi: Core.Strapi, { trx, now, aside, at }: Sweep): Promise<number> {
  const due = await lockDueOrders(trx, { now, limit: batch, without: [...aside] });
  for (const order of due) {
    at(order.id);
    await expire(strapi, { trx, order, now });
  }
  return due.length;
}

async function expire(
  strapi: Core.Strapi,
  { trx, order, now }: { trx: Transaction; order: Order; now: Date },
): Promise<void> {
  await endUnpaid(strapi, { trx, order, to: 'EXPIRED', actor: system, reason: 'UNPAID', now });
  await tellBuyer(strapi, { trx, order, message: 'order.expired', now });
}
