import type { Currency } from '@gangway/kit';
import { orderingErrors } from '../errors.ts';
import type { Basket, KnownBasket } from './basket.ts';
import { feeLines, productLine, taxed, ticketLine } from './price-lines.ts';
import type { PricedLine } from './priced-line.ts';
import { discounted, type Eligible, type Promotion, requireValid } from './promotion.ts';
import { checkTickets, requireOnSale, requirePayingGuests } from './ticket-rules.ts';
import { refuseStrayWishes, type Ticket, ticketsOf } from './tickets.ts';

export type Pricing = {
  basket: Basket;
  known: KnownBasket;
  promotion: Promotion | undefined;
  /** Business time in milliseconds. */
  now: number;
  /** An order needs what a quote can do without: the passengers that activities ask for. */
  complete: boolean;
};

export type PricedOrder = {
  sellerId: string;
  currency: Currency;
  lines: PricedLine[];
  total: number;
  vatTotal: number;
  discountTotal: number;
};

/** What columns of amounts hold. */
export const largestAmount = 2_147_483_647;

/**
 * What a basket costs at a moment: tickets, products, then fees. A quote and the order that follows it at the same
 * moment are the same.
 * @throws SALES_CLOSED, UNKNOWN_TICKET_TYPE, SEAT_NOT_HELD, NEEDS_ADULT, AGE_NOT_ALLOWED, PASSENGERS_REQUIRED,
 *   NEEDS_PAYING_GUEST, PROMOTION_NOT_APPLICABLE, AMOUNT_TOO_LARGE
 */
export function priceOrder({ basket, known, promotion, now, complete }: Pricing): PricedOrder {
  requireOnSale(
    known.held.map(({ departure }) => departure),
    now,
  );
  const tickets = ticketsIn(basket, known, { complete });
  const bare = bareLines(tickets, known, now);
  for (const { departure } of known.held) requirePayingGuests(departure, bare, now);
  const reduced = promotion ? withPromotion(bare, promotion, now) : bare;
  const lines = [...reduced, ...fees(reduced, known)].map(taxed);
  return { sellerId: known.sellerId, currency: currencyOf(known), lines, ...totals(lines) };
}

function ticketsIn(basket: Basket, { held }: KnownBasket, { complete }: { complete: boolean }): Ticket[] {
  refuseStrayWishes(basket.holds, basket);
  const tickets = held.flatMap((departure) => ticketsOf(departure, basket));
  const byEvent = Map.groupBy(tickets, ({ departure }) => departure.id);
  for (const together of byEvent.values()) checkTickets(together, { complete });
  return tickets;
}

function bareLines(tickets: readonly Ticket[], { products }: KnownBasket, now: number): PricedLine[] {
  const first = tickets.map((ticket, index) => ticketLine(ticket, { position: index + 1, now }));
  const rest = products.map((wanted, index) =>
    productLine(wanted, { position: tickets.length + index + 1, now }),
  );
  return requireSmall([...first, ...rest]);
}

function withPromotion(lines: PricedLine[], promotion: Promotion, now: number): PricedLine[] {
  requireValid(promotion, now);
  return discounted(lines, { promotion, eligible: eligibleFor(promotion) });
}

function eligibleFor({ activityIds }: Promotion): Eligible {
  if (activityIds.length === 0) return ({ productKind }) => productKind !== 'gift_card';
  return ({ activityId }) => activityId !== null && activityIds.includes(activityId);
}

function fees(lines: readonly PricedLine[], known: KnownBasket): PricedLine[] {
  const departures = new Map(known.held.map(({ departure }) => [departure.id, departure]));
  return lines.reduce<PricedLine[]>((charged, ticket) => {
    const departure = departures.get(ticket.eventId ?? '');
    if (!departure) return charged;
    const firstPosition = lines.length + charged.length + 1;
    const source = { fees: departure.fees, currency: departure.seller.currency, firstPosition };
    return [...charged, ...feeLines(ticket, source)];
  }, []);
}

function currencyOf({ held, products }: KnownBasket): Currency {
  const seller = held[0]?.departure.seller ?? products[0]?.product.seller;
  if (!seller) throw orderingErrors.EMPTY_ORDER();
  return seller.currency;
}

function totals(lines: readonly PricedLine[]) {
  const sum = (part: 'amount' | 'vatAmount' | 'discountAmount') =>
    lines.reduce((whole, line) => whole + line[part], 0);
  const total = sum('amount');
  requireSmall(lines);
  return { total, vatTotal: sum('vatAmount'), discountTotal: sum('discountAmount') };
}

function requireSmall<Lines extends readonly PricedLine[]>(lines: Lines): Lines {
  const whole = lines.reduce((sum, { unitAmount, quantity }) => sum + unitAmount * quantity, 0);
  if (whole > largestAmount) throw orderingErrors.AMOUNT_TOO_LARGE();
  return lines;
}
