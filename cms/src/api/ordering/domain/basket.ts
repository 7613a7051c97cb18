import { commonErrors } from '@gangway/kit';
import type { Departure } from '../../catalog/domain/departure.ts';
import type { Product } from '../../catalog/domain/snapshot.ts';
import { seatingErrors } from '../../seating/errors.ts';
import { orderingErrors } from '../errors.ts';

/** The most of one product in one order. */
export const mostPieces = 50;

/** Places that a session holds on one event. */
export type BasketHold = {
  holdId: string;
  eventId: string;
  seats: readonly { seatCode: string; zone: string | null }[];
  /** Places without numbers, and tickets that take no place. */
  quantities: readonly { ticketTypeId: string; zone: string | null; quantity: number }[];
};

export type SeatType = { holdId: string; seatCode: string; ticketTypeId: string };

/** A person who travels. Without `seatCode` they take any ticket of the type in the hold. */
export type PassengerEntry = {
  holdId: string;
  seatCode?: string | undefined;
  ticketTypeId: string;
  fullName: string;
  birthDate?: string | undefined;
  document?: string | undefined;
};

/** What somebody wants to buy. */
export type Basket = {
  holds: readonly BasketHold[];
  products: readonly { productId: string; quantity: number }[];
  seatTypes: readonly SeatType[];
  passengers: readonly PassengerEntry[];
};

/** What is on offer, by id. */
export type Shelf = {
  departures: ReadonlyMap<string, Departure>;
  products: ReadonlyMap<string, Product>;
};

export type HeldDeparture = { hold: BasketHold; departure: Departure };
export type WantedProduct = { product: Product; quantity: number };

/** A basket whose every part was found on the shelf: of one seller. */
export type KnownBasket = {
  held: HeldDeparture[];
  products: WantedProduct[];
  sellerId: string;
};

/**
 * Finds what the basket names.
 * @throws EMPTY_ORDER, SALES_CLOSED for departures that left the shop, UNKNOWN_PRODUCT, SEVERAL_SELLERS,
 *   INVALID_INPUT for more than `mostPieces` of one product in several lines
 */
export function knownBasket(basket: Basket, shelf: Shelf): KnownBasket {
  const held = heldDepartures(basket, shelf);
  const products = wantedProducts(basket, shelf);
  return { held, products, sellerId: oneSeller({ held, products }) };
}

function heldDepartures({ holds }: Basket, { departures }: Shelf): HeldDeparture[] {
  const full = holds.filter(({ seats, quantities }) => seats.length + quantities.length > 0);
  return full.map((hold) => {
    const departure = departures.get(hold.eventId);
    if (!departure) throw seatingErrors.SALES_CLOSED({ eventIds: [hold.eventId] });
    return { hold, departure };
  });
}

function wantedProducts({ products: asked }: Basket, { products }: Shelf): WantedProduct[] {
  const quantities = piecesOf(asked);
  const unknown = [...quantities.keys()].filter((id) => !products.has(id));
  if (unknown.length > 0) throw orderingErrors.UNKNOWN_PRODUCT({ productIds: unknown });
  return [...quantities].flatMap(([id, quantity]) => {
    const product = products.get(id);
    return product ? [{ product, quantity }] : [];
  });
}

// The same product named twice is one line.
function piecesOf(asked: Basket['products']): Map<string, number> {
  const quantities = new Map<string, number>();
  for (const { productId, quantity } of asked)
    quantities.set(productId, (quantities.get(productId) ?? 0) + quantity);
  if ([...quantities.values()].some((pieces) => pieces > mostPieces)) throw tooManyPieces();
  return quantities;
}

const tooManyPieces = () =>
  commonErrors.INVALID_INPUT({
    issues: [{ path: 'lines', code: 'too_big', message: `${mostPieces} pieces of one product at most` }],
  });

function oneSeller({ held, products }: Omit<KnownBasket, 'sellerId'>): string {
  const owners = [
    ...held.map(({ departure }) => departure.seller.id),
    ...products.map(({ product }) => product.seller.id),
  ];
  const [sellerId, ...others] = new Set(owners);
  if (sellerId === undefined) throw orderingErrors.EMPTY_ORDER();
  if (others.length > 0)
    throw orderingErrors.SEVERAL_SELLERS({ sellerIds: [sellerId, ...others], holds: held.map(ownerOf) });
  return sellerId;
}

const ownerOf = ({ hold: { holdId, eventId }, departure }: HeldDeparture) => ({
  ...{ holdId, eventId, sellerId: departure.seller.id },
});
