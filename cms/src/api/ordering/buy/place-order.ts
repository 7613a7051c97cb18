import { randomInt } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { jobsOf } from '@gangway/jobs/contract';
import { hashToken, type Locale, type Person, type Transaction, type z } from '@gangway/kit';
import { catalogueProjection } from '../../catalog/projection/catalogue-projection.ts';
import { orderHolds } from '../../seating/places.ts';
import type { placeOrder as placeOrderRoute } from '../contract/buying.ts';
import type { ConsentCode } from '../contract/buyer.ts';
import { newOrderNumber } from '../domain/order-number.ts';
import { orderMade, requireConsents } from '../domain/order-made.ts';
import { orderView } from '../domain/order-view.ts';
import type { Consent, Order, OrderLine } from '../domain/order.ts';
import { orderingErrors } from '../errors.ts';
import { orderAccess } from '../order-access.ts';
import { settleOrder } from '../settlement/settle-order.ts';
import { consentVersions } from '../store/consent-texts.ts';
import { customerOf } from '../store/customers.ts';
import { type Actor, writeHistory } from '../store/history.ts';
import { insertOrder, isNumberTaken, readOrder } from '../store/orders.ts';
import { takeUse } from '../store/promotions.ts';
import { readSellerFacts } from '../store/sellers.ts';
import { type PricedBasket, priceBasket } from './price-basket.ts';

type OrderInput = z.output<typeof placeOrderRoute.body>;
type PlacedOrder = z.input<typeof placeOrderRoute.response>['data'];

export type OrderRequest = {
  trx: Transaction;
  input: OrderInput;
  sessionId: string;
  person: Person;
  /** Of the answer; the order's own language is `input.locale`, else this. */
  locale: Locale;
  now: Date;
  /** The member of the staff who writes it down for the buyer. */
  desk?: DeskSale;
};

export type DeskSale = { staffId: string; channel: 'desk' | 'phone' };

/**
 * Writes an order for the places that the session holds, in the caller's transaction; announces `order.created`. What
 * costs nothing is paid at once.
 */
export async function placeOrder(strapi: Core.Strapi, request: OrderRequest): Promise<PlacedOrder> {
  const { trx, input, sessionId, now } = request;
  requireConsents(input.consents);
  const basket = await priceBasket(strapi, { trx, input, sessionId, now, complete: true });
  const made = soldBy(orderMade(await partsOf(request, basket)), request.desk);
  await write(strapi, { request, basket, made });
  const order =
    made.order.total === 0 ? await settleFree(strapi, { trx, order: made.order, now }) : made.order;
  // After the places, as where an order ends: two that wait for each other would both be broken off.
  await usePromotion(trx, { basket, orderId: order.id, now });
  return answer(strapi, { request, order, lines: made.lines });
}

/** What a new order is made of: its number, its buyer, and the seller and consents as they are now. */
export async function partsOf(
  { trx, input, sessionId, person, locale, now }: OrderRequest,
  basket: PricedBasket,
) {
  const { priced, promotion, holds, departures } = basket;
  const { customer: buyer, attribution = { channel: 'web' as const }, acceptOtherSeats: otherSeats } = input;
  const language = input.locale ?? locale;
  const { sellerId } = priced;
  const accountId = person.customerId;
  const [number, seller, customerId, consents] = await Promise.all([
    freeNumber(trx),
    readSellerFacts(trx, sellerId),
    customerOf(trx, { ...buyer, language, accountId, now }),
    consentsOf(trx, { codes: input.consents, sellerId, language, now }),
  ]);
  return {
    ...{ priced, promotion, holds, departures, buyer, attribution, otherSeats, language, accountId, now },
    ...{ number, seller, customerId, sessionHash: hashToken(sessionId), consents },
  };
}

async function freeNumber(trx: Transaction): Promise<string> {
  const number = newOrderNumber((limit) => randomInt(limit));
  return (await isNumberTaken(trx, number)) ? freeNumber(trx) : number;
}

type Consenting = { codes: readonly ConsentCode[]; sellerId: string; language: Locale; now: Date };

async function consentsOf(trx: Transaction, { codes, now, ...texts }: Consenting): Promise<Consent[]> {
  const versions = await consentVersions(trx, texts);
  return [...new Set(codes)].map((code) => ({ code, version: versions[code], at: now.toISOString() }));
}

type Written = { request: OrderRequest; basket: PricedBasket; made: { order: Order; lines: OrderLine[] } };

/** A sale at the desk keeps who made it, and where. */
export function soldBy<Made extends { order: Order }>(made: Made, desk: DeskSale | undefined): Made {
  return desk ? { ...made, order: { ...made.order, ...desk } } : made;
}

async function write(strapi: Core.Strapi, { request, basket, made }: Written): Promise<void> {
  const { trx, person, desk, now } = request;
  const { id: orderId } = made.order;
  const holdIds = basket.holds.map(({ holdId }) => holdId);
  await Promise.all([
    insertOrder(trx, { ...made, now }),
    holdIds.length > 0 && orderHolds(trx, { holdIds, orderId, now }),
  ]);
  const actor: Actor = desk
    ? { kind: 'staff', id: desk.staffId }
    : { kind: 'customer', id: person.customerId };
  const details = { total: made.order.total, currency: made.order.currency };
  await writeHistory(trx, { orderId, at: now, actor, what: 'order.created', details });
  await jobsOf(strapi).announce(trx, 'order.created', { orderId });
}

type Using = { basket: PricedBasket; orderId: string; now: Date };

async function usePromotion(trx: Transaction, { basket, orderId, now }: Using): Promise<void> {
  if (!basket.promotion) return;
  const taken = await takeUse(trx, { promotionId: basket.promotion.id, orderId, now });
  if (!taken) throw orderingErrors.PROMOTION_USED_UP();
}

type Free = { trx: Transaction; order: Order; now: Date };

/** Nobody pays nothing: the same settlement, without a payment behind it. */
async function settleFree(strapi: Core.Strapi, { trx, order, now }: Free): Promise<Order> {
  const payment = {
    ...{ id: `free:${order.id}`, method: 'free', manual: false },
    amount: { amount: 0, currency: order.currency },
  };
  await settleOrder(strapi, { trx, id: order.id, payment, now });
  return (await readOrder(trx, order.id)) ?? order;
}

type Answered = { request: OrderRequest; order: Order; lines: OrderLine[] };

function answer(strapi: Core.Strapi, { request, order, lines }: Answered): PlacedOrder {
  const { locale, now } = request;
  const departures = catalogueProjection(strapi).current()?.byId ?? new Map();
  return {
    ...orderView({ order, lines, departures, locale, now }),
    accessToken: orderAccess(strapi).tokenOf(order),
  };
}
