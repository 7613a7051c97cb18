import type { Core } from '@strapi/strapi';
import { hashToken } from '@gangway/kit';
import { orderHolds } from '../../seating/places.ts';
import { type PricedBasket, priceBasket } from '../buy/price-basket.ts';
import type { BasketInput } from '../contract/basket.ts';
import { linesOf, termOf } from '../domain/order-made.ts';
import type { Order } from '../domain/order.ts';
import { orderingErrors } from '../errors.ts';
import { applyMove } from '../store/apply-move.ts';
import { insertLines, updateOrder } from '../store/orders.ts';
import { takeUse } from '../store/promotions.ts';
import type { Deed } from './desk-deed.ts';

export type Locking = Deed & { order: Order; basket: BasketInput };

/**
 * A draft gets its places and products, and can be paid. It keeps its seller, so all of them are of that one.
 * @throws what pricing a basket throws, SEVERAL_SELLERS
 */
export async function lockDraft(strapi: Core.Strapi, locking: Locking): Promise<void> {
  const { trx, order, basket, actor, now } = locking;
  const { sessionId } = basket;
  const found = await priceBasket(strapi, { trx, input: basket, sessionId, now, complete: true });
  const { sellerId } = found.priced;
  if (sellerId !== order.sellerId)
    throw orderingErrors.SEVERAL_SELLERS({ sellerIds: [order.sellerId, sellerId] });
  await fill(locking, found);
  await applyMove(trx, { order, to: 'LOCKED', actor, now });
}

async function fill({ trx, order, basket, now }: Locking, found: PricedBasket) {
  const { priced, holds, departures, promotion } = found;
  const { id: orderId } = order;
  const { currency, total, vatTotal, discountTotal } = priced;
  await insertLines(trx, { lines: linesOf(orderId, priced.lines), now });
  const session = basket.sessionId === undefined ? {} : { sessionHash: hashToken(basket.sessionId) };
  const code = promotion ? { promotionId: promotion.id, promotionCode: promotion.code } : {};
  const changes = {
    currency,
    total,
    vatTotal,
    discountTotal,
    ...termOf({ holds, departures, now }),
    ...session,
    ...code,
  };
  await updateOrder(trx, { orderId, changes, now });
  const holdIds = holds.map(({ holdId }) => holdId);
  if (holdIds.length > 0) await orderHolds(trx, { holdIds, orderId, now });
  if (promotion && !(await takeUse(trx, { promotionId: promotion.id, orderId, now })))
    throw orderingErrors.PROMOTION_USED_UP();
}
