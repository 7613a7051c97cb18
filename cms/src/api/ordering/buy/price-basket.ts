import type { Core } from '@strapi/strapi';
import { commonErrors, type Transaction } from '@gangway/kit';
import { catalogueProjection } from '../../catalog/projection/catalogue-projection.ts';
import { type HeldPlaces, readHolds } from '../../seating/places.ts';
import type { BasketInput } from '../contract/basket.ts';
import { type Basket, type BasketHold, knownBasket, type Shelf } from '../domain/basket.ts';
import { type PricedOrder, priceOrder } from '../domain/price-order.ts';
import type { Promotion } from '../domain/promotion.ts';
import { orderingErrors } from '../errors.ts';
import { liveUses, readPromotion } from '../store/promotions.ts';

export type PricingRequest = {
  trx: Transaction;
  input: BasketInput;
  sessionId: string | undefined;
  now: Date;
  /** Passengers that activities ask for must be there. */
  complete: boolean;
};

export type PricedBasket = {
  priced: PricedOrder;
  /** Those with places in them, locked. */
  holds: HeldPlaces[];
  /** Of the holds. */
  departures: readonly { leavesAt: number }[];
  promotion: Promotion | undefined;
};

/** What the basket costs now, with the holds of the session that are in it. */
export async function priceBasket(strapi: Core.Strapi, request: PricingRequest): Promise<PricedBasket> {
  const { trx, input, now, complete } = request;
  const holds = await heldBy(request);
  const basket = basketOf(input, holds);
  const known = knownBasket(basket, shelfOf(strapi));
  const promotion = await promotionOf(trx, input.promoCode, known.sellerId);
  const priced = priceOrder({ basket, known, promotion, now: now.getTime(), complete });
  return { priced, holds, departures: known.held.map(({ departure }) => departure), promotion };
}

async function heldBy({ trx, input, sessionId, now }: PricingRequest): Promise<HeldPlaces[]> {
  const { holdIds } = input;
  const asked = holdIds === undefined ? {} : { holdIds };
  const found = sessionId === undefined ? [] : await readHolds(trx, { sessionId, ...asked, now });
  const known = new Set(found.map(({ holdId }) => holdId));
  const gone = (holdIds ?? []).filter((id) => !known.has(id));
  if (gone.length > 0) throw orderingErrors.HOLD_EXPIRED({ holdIds: gone });
  return found.filter(({ seats, counts }) => seats.length + counts.length > 0);
}

function basketOf(input: BasketInput, holds: readonly HeldPlaces[]): Basket {
  return {
    holds: holds.map(basketHold),
    products: input.lines,
    seatTypes: input.seatTypes,
    passengers: input.passengers,
  };
}

function basketHold({ holdId, eventId, seats, counts }: HeldPlaces): BasketHold {
  return { holdId, eventId, seats, quantities: counts };
}

/** @throws UNAVAILABLE while the catalogue is being read for the first time */
function shelfOf(strapi: Core.Strapi): Shelf {
  const snapshot = catalogueProjection(strapi).current();
  if (!snapshot) throw commonErrors.UNAVAILABLE();
  return {
    departures: snapshot.byId,
    products: new Map(snapshot.products.map((product) => [product.row.id, product])),
  };
}

async function promotionOf(
  trx: Transaction,
  written: string | undefined,
  sellerId: string,
): Promise<Promotion | undefined> {
  if (written === undefined) return undefined;
  const promotion = await readPromotion(trx, { code: written.toUpperCase(), sellerId });
  if (!promotion) throw orderingErrors.UNKNOWN_PROMOTION();
  const { id, maxUses } = promotion;
  if (maxUses !== null && (await liveUses(trx, id)) >= maxUses) throw orderingErrors.PROMOTION_USED_UP();
  return promotion;
}
