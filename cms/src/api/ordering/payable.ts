import type { Core } from '@strapi/strapi';
import { money } from '@gangway/kit';
import { type Payable, type PayableView, paymentsOf } from '@gangway/payments/contract';
import { quickReads } from '../../frame/database/quick-reads.ts';
import { extendOrder } from '../seating/places.ts';
import type { Order, OrderLine } from './domain/order.ts';
import { saleOf } from './domain/sale-of.ts';
import { orderAccess } from './order-access.ts';
import { refundArrived } from './refunds/refund-arrived.ts';
import { refundBroke } from './refunds/refund-broke.ts';
import { type LockedOrder, settleOrder } from './settlement/settle-order.ts';
import { readDeparturesOf } from './store/departures.ts';
import { lockOrder, readLines, readOrder, updateOrder } from './store/orders.ts';

/** Orders can be paid: `POST /api/payments` takes their `orderId`. Runs in `register`. */
export function makeOrdersPayable(strapi: Core.Strapi): void {
  paymentsOf(strapi).definePayable(orderPayable(strapi));
}

export function orderPayable(strapi: Core.Strapi): Payable {
  return {
    kind: 'order',
    field: 'orderId',
    authorize: (shown) => mayPay(strapi, shown),
    load: async ({ trx, id, now, lock, settling }) => {
      const [order, lines, departures] = await Promise.all([
        (lock ? lockOrder : readOrder)(trx, id),
        readLines(trx, id),
        settling ? readDeparturesOf(trx, id) : undefined,
      ]);
      if (!order) return undefined;
      const subject = lock && departures && { order, lines, departures };
      return { ...payableView({ order, lines, now }), subject };
    },
    starting: keepPlaces,
    settled: ({ subject, ...call }) =>
      settleOrder(strapi, { ...call, locked: subject as LockedOrder | undefined }),
    refunded: (call) => refundArrived(strapi, call),
    refundFailed: (call) => refundBroke(strapi, call),
  };
}

type Shown = Parameters<Payable['authorize']>[0];

async function mayPay(strapi: Core.Strapi, { id, person, accessToken, session }: Shown): Promise<boolean> {
  const order = await readOrder(quickReads(strapi), id);
  return order !== undefined && orderAccess(strapi).allows({ order, person, accessToken, session });
}

/** The order as the payments plugin sees it at a moment. */
export function payableView({ order, lines, now }: Viewed): PayableView {
  const physical = lines.some(({ kind }) => kind === 'admission');
  return {
    amount: money(order.total, order.currency),
    state: payableState(order, now),
    expiresAt: order.expiresAt,
    maxExpiresAt: order.maxExpiresAt,
    language: order.language,
    sale: saleOf(order, lines),
    facts: {
      channel: order.channel,
      country: order.sellerFacts.country,
      fulfilment: physical ? 'physical' : 'digital',
      sellerId: order.sellerId,
    },
  };
}

type Viewed = { order: Order; lines: readonly OrderLine[]; now: Date };

function payableState({ state, expiresAt }: Order, now: Date): PayableView['state'] {
  if (state === 'PAID' || state === 'PARTIALLY_REFUNDED') return 'paid';
  return state === 'LOCKED' && (expiresAt === null || expiresAt > now) ? 'open' : 'closed';
}

/** A payment begins: the places and the order last until its term, never shorter, never past the maximum. */
async function keepPlaces({ trx, id, holdUntil, view, now }: Parameters<Payable['starting']>[0]) {
  if (view.state !== 'open' || view.expiresAt === null) return;
  const until = earlier(holdUntil, view.maxExpiresAt);
  const expiresAt = await extendOrder(trx, { orderId: id, until, now });
  if (expiresAt > view.expiresAt) await updateOrder(trx, { orderId: id, changes: { expiresAt }, now });
}

function earlier(moment: Date, limit: Date | null): Date {
  return limit !== null && limit < moment ? limit : moment;
}
