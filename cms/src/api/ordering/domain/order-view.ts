import { type Currency, type Locale, money, type Money, pick, zonedIso } from '@gangway/kit';
import type { Departure } from '../../catalog/domain/departure.ts';
import { refundableUntil, refundSentence } from '../../catalog/domain/refund-rule.ts';
import type { OrderLineView, OrderView, PricedLineView } from '../contract/order-view.ts';
import type { Order, OrderLine } from './order.ts';
import { type PaymentAttempt, paymentSummary } from './payment-summary.ts';
import type { PricedLine } from './priced-line.ts';

export type OrderSource = {
  order: Order;
  lines: readonly OrderLine[];
  /** As the shop knows them now; what it has forgotten is shown as it was bought. */
  departures: ReadonlyMap<string, Departure>;
  /** The earliest first; a new order has none. */
  payments?: readonly PaymentAttempt[];
  locale: Locale;
  now: Date;
};

/** The order as its buyer sees it at a moment, names in `locale`. */
export function orderView({ order, lines, departures, payments = [], locale, now }: OrderSource): OrderView {
  const amount = inCurrency(order.currency);
  const status = stateAt(order, now);
  return {
    ...{ id: order.id, number: order.number, status, locale: order.language, sellerId: order.sellerId },
    fees: feesOf(lines, order.currency),
    ...{ discount: amount(order.discountTotal), vat: amount(order.vatTotal), total: amount(order.total) },
    ...{ promotion: promotionView(order.promotionCode), refunded: amount(order.refundedTotal) },
    seller: { id: order.sellerId, name: pick(order.sellerFacts.name, locale) },
    buyer: { fullName: order.buyerName, email: order.buyerEmail, phone: order.buyerPhone },
    lines: orderLines(lines, { currency: order.currency, locale }),
    events: eventsOf({ lines, departures, locale }),
    acceptOtherSeats: order.otherSeats,
    ...{ placedAt: order.placedAt.toISOString(), paidAt: order.paidAt?.toISOString() ?? null },
    expiresAt: dueAt(order)?.toISOString() ?? null,
    payment: paymentSummary(payments, status),
    next: nextStep(order, status),
  };
}

/** The state that the clock makes of what is stored: nobody has to tidy an unpaid order up for it to be over. */
export function stateAt({ state, expiresAt }: Pick<Order, 'state' | 'expiresAt'>, now: Date): Order['state'] {
  const isOpen = state === 'LOCKED' || state === 'PENDING';
  return isOpen && expiresAt !== null && expiresAt <= now ? 'EXPIRED' : state;
}

function dueAt({ state, expiresAt }: Order): Date | null {
  return state === 'LOCKED' || state === 'PENDING' ? expiresAt : null;
}

function nextStep({ expiresAt }: Order, status: Order['state']): OrderView['next'] {
  const until = expiresAt?.toISOString() ?? null;
  if (status === 'LOCKED') return { step: 'pay', until };
  if (status === 'PAID' || status === 'PARTIALLY_REFUNDED') return { step: 'travel', until: null };
  return { step: status === 'EXPIRED' ? 'choose_again' : 'none', until: null };
}

export const inCurrency =
  (currency: Currency) =>
  (amount: number): Money =>
    money(amount, currency);

export function promotionView(code: string | null): OrderView['promotion'] {
  return code === null ? null : { code };
}

/** What the fees of the lines come to, discounts taken off. */
export function feesOf(lines: readonly Pick<OrderLine, 'kind' | 'amount'>[], currency: Currency): Money {
  const fees = lines.filter(({ kind }) => kind === 'fee');
  return money(
    fees.reduce((whole, { amount }) => whole + amount, 0),
    currency,
  );
}

type LineLook = { currency: Currency; locale: Locale };

function orderLines(lines: readonly OrderLine[], look: LineLook): OrderLineView[] {
  const positions = new Map(lines.map(({ id, position }) => [id, position]));
  return lines.map(({ id, forLine, refundedAmount, ...line }) => ({
    ...pricedLineView({ ...line, forPosition: positions.get(forLine ?? '') ?? null }, look),
    ...{ id, refunded: money(refundedAmount, look.currency) },
  }));
}

/** A line of a quote; names in `locale`. */
export function pricedLineView(line: Omit<PricedLine, 'activityId'>, look: LineLook): PricedLineView {
  const amount = inCurrency(look.currency);
  const { position, kind, eventId, holdId, seatCode, zone, ticketTypeId, productId, feeId } = line;
  return {
    ...{ position, kind, name: pick(line.names, look.locale), eventId, holdId, seatCode, zone, ticketTypeId },
    ...{ productId, feeId, forPosition: line.forPosition, quantity: line.quantity },
    ...{ listPrice: amount(line.listAmount), unitPrice: amount(line.unitAmount) },
    ...{ discount: amount(line.discountAmount), amount: amount(line.amount) },
    vat: { mode: line.vatMode, rateBp: line.vatRateBp, amount: amount(line.vatAmount) },
    passenger: passengerView(line),
    rules: line.rules,
  };
}

function passengerView({ passenger }: Pick<OrderLine, 'passenger'>): PricedLineView['passenger'] {
  if (!passenger) return null;
  const { fullName, birthDate = null, document = null } = passenger;
  return { fullName, birthDate, document };
}

type EventSource = Pick<OrderSource, 'lines' | 'departures' | 'locale'>;

function eventsOf({ lines, departures, locale }: EventSource): OrderView['events'] {
  const tickets = lines.filter(({ kind, facts }) => kind === 'admission' && facts !== null);
  const byEvent = Map.groupBy(tickets, ({ eventId }) => eventId ?? '');
  return [...byEvent].flatMap(([id, [ticket]]) =>
    ticket ? eventView({ id, ticket, departure: departures.get(id), locale }) : [],
  );
}

type EventParts = { id: string; ticket: OrderLine; departure: Departure | undefined; locale: Locale };

function eventView({ id, ticket, departure, locale }: EventParts): OrderView['events'] {
  if (!ticket.facts) return [];
  const { activity, timezone, refundPolicy: kind } = ticket.facts;
  const { startAt, endAt } = departure ?? ticket.facts;
  const until = refundableUntil(kind, Date.parse(startAt));
  const refund = {
    ...{ kind, sentence: refundSentence(kind, locale) },
    until: until === null ? null : zonedIso(until, timezone),
  };
  return [{ id, title: pick(activity, locale), startAt, endAt, timezone, refund }];
}
