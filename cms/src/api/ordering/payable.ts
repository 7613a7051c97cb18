import type { Core } from '@strapi/strapi';
import { money } from '@gangway/kit';
import { type Payable, type PayableView, paymentsOf } from '@gangway/payments/contract';
import { quickReads } from '../../frame/database/quick-reads.ts';
import { extendOrder } from '../seating/places.ts';
import { keptUntil, payableTerm } from './domain/payable-term.ts';
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
        readDeparturesOf(trx, id),
      ]);
      if (!order) return undefined;
      const subject = lock && settling && { order, lines, departures };
      return { ...payableView({ order, lines, departures, now }), subject };
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
function payableView({ order, lines, departures, now }: LockedOrder & { now: Date }): PayableView {
  const physical = lines.some(({ kind }) => kind === 'admission');
  return {
    amount: money(order.total, order.currency),
    ...payableTerm({ order, departures: departures.values(), now }),
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

/** A payment begins: the places and the order last until its term, never past the first departure. */
async function keepPlaces({ trx, id, holdUntil, view, now }: Parameters<Payable['starting']>[0]) {
  const { state, expiresAt: before } = view;
  if (state !== 'open' || before === null) return;
  const held = await extendOrder(trx, { orderId: id, until: keptUntil(view, holdUntil), now });
  const expiresAt = keptUntil(view, held);
  if (expiresAt.getTime() !== before.getTime())
    await updateOrder(trx, { orderId: id, changes: { expiresAt }, now });
}
