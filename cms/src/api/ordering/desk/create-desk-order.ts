import type { Core } from '@strapi/strapi';
import { jobsOf } from '@gangway/jobs/contract';
import { newId, type z } from '@gangway/kit';
import type { Outcome } from '../../../frame/idempotency/idempotently.ts';
import { partsOf, placeOrder, soldBy, type OrderRequest } from '../buy/place-order.ts';
import type { createDeskOrder } from '../contract/desk-orders.ts';
import { orderMade, requireConsents } from '../domain/order-made.ts';
import { orderingErrors } from '../errors.ts';
import { writeHistory } from '../store/history.ts';
import { insertOrder } from '../store/orders.ts';
import { draftCurrency } from '../store/sellers.ts';
import { auditDeed, cardAnswer, type Deed } from './desk-deed.ts';

export type DeskInput = z.output<typeof createDeskOrder.body>;

/** A draft that nobody finishes ends after a day. */
const draftHours = 24;

/** An order for a buyer at the desk or on the phone: LOCKED with what it sells, PENDING without. */
export async function createByStaff(strapi: Core.Strapi, deed: Deed, input: DeskInput): Promise<Outcome> {
  const sells = input.sessionId !== undefined || input.lines.length > 0;
  const orderId = await (sells ? sell : draft)(strapi, deed, input);
  await auditDeed(deed, { orderId, action: 'order.created', details: { channel: input.channel } });
  return cardAnswer(strapi, { deed, orderId, status: 201 });
}

async function sell(strapi: Core.Strapi, deed: Deed, input: DeskInput): Promise<string> {
  return (await placeOrder(strapi, requestOf(deed, input))).id;
}

async function draft(strapi: Core.Strapi, deed: Deed, input: DeskInput): Promise<string> {
  const { trx, actor, now } = deed;
  requireConsents(input.consents);
  const { order } = await emptyOrder(deed, input);
  await insertOrder(trx, { order, lines: [], now });
  await writeHistory(trx, { orderId: order.id, at: now, actor, what: 'order.created' });
  await jobsOf(strapi).announce(trx, 'order.created', { orderId: order.id });
  return order.id;
}

async function emptyOrder(deed: Deed, input: DeskInput) {
  const request = requestOf(deed, input);
  const sellerId = input.seller ?? '';
  const currency = await draftCurrency(deed.trx, sellerId);
  if (!currency) throw orderingErrors.UNKNOWN_SELLER();
  const priced = { sellerId, currency, lines: [], total: 0, vatTotal: 0, discountTotal: 0 };
  const parts = await partsOf(request, { priced, holds: [], departures: [], promotion: undefined });
  const { order } = soldBy(orderMade(parts), request.desk);
  const expiresAt = new Date(deed.now.getTime() + draftHours * 3_600_000);
  return { order: { ...order, state: 'PENDING' as const, expiresAt, maxExpiresAt: null } };
}

/** Without a session of the buyer the order opens by its link alone. */
function requestOf({ trx, staffId, locale, now }: Deed, { channel, ...input }: DeskInput): OrderRequest {
  const sessionId = input.sessionId ?? newId();
  const person = { scopes: [] };
  return { trx, input, sessionId, person, locale, now, desk: { staffId, channel } };
}
