import { type Locale, newId } from '@gangway/kit';
import { termFrom } from '../../seating/domain/hold-terms.ts';
import type { AttributionInput, ConsentCode } from '../contract/buyer.ts';
import { orderingErrors } from '../errors.ts';
import type { Consent, Order, OrderLine, SellerFacts } from './order.ts';
import type { PricedOrder } from './price-order.ts';
import type { PricedLine } from './priced-line.ts';
import type { Promotion } from './promotion.ts';

type Term = { expiresAt: Date; maxExpiresAt: Date };

/** Everything a new order is made of. */
export type OrderParts = {
  number: string;
  priced: PricedOrder;
  seller: SellerFacts;
  promotion: Promotion | undefined;
  buyer: { fullName: string; email: string; phone: string };
  customerId: string;
  accountId: string | undefined;
  sessionHash: string;
  language: Locale;
  attribution: AttributionInput;
  consents: Consent[];
  otherSeats: boolean;
  holds: readonly Term[];
  departures: readonly { leavesAt: number }[];
  now: Date;
};

/** A new order and its lines, as they are written. */
export function orderMade(parts: OrderParts): { order: Order; lines: OrderLine[] } {
  const order = newOrder(parts);
  return { order, lines: linesOf(order.id, parts.priced.lines) };
}

function newOrder(parts: OrderParts): Order {
  const { priced, promotion, buyer, attribution, now } = parts;
  const { channel, ...origin } = attribution;
  const { sellerId, currency, total, vatTotal, discountTotal } = priced;
  return {
    ...{ id: newId(), number: parts.number, state: 'LOCKED', language: parts.language },
    ...{ sellerId, sellerFacts: parts.seller, currency, total, vatTotal, discountTotal, refundedTotal: 0 },
    ...{ customerId: parts.customerId, accountId: parts.accountId ?? null },
    ...{ buyerName: buyer.fullName, buyerEmail: buyer.email, buyerPhone: buyer.phone },
    ...{ sessionHash: parts.sessionHash, tokenVersion: 1, ...termOf(parts), otherSeats: parts.otherSeats },
    ...{ promotionId: promotion?.id ?? null, promotionCode: promotion?.code ?? null },
    ...{ channel, attribution: origin, consents: parts.consents },
    ...{ placedAt: now, paidAt: null, closedAt: null, closeReason: null, needsReview: false, staffId: null },
  };
}

/**
 * An order lasts as long as the first of its holds, and never past the first of its departures; without places as long
 * as a new hold would. How far a payment may prolong it is asked when one begins: a departure may have moved by then.
 */
export function termOf({ holds, departures, now }: Pick<OrderParts, 'holds' | 'departures' | 'now'>): Term {
  if (holds.length === 0) return termFrom(now);
  const leaving = departures.map(({ leavesAt }) => new Date(leavesAt));
  return {
    expiresAt: earliest([...holds.map((hold) => hold.expiresAt), ...leaving]),
    maxExpiresAt: earliest(holds.map((hold) => hold.maxExpiresAt)),
  };
}

function earliest(moments: readonly Date[]): Date {
  return new Date(Math.min(...moments.map(Number)));
}

/** Priced lines as lines of an order. */
export function linesOf(orderId: string, priced: readonly PricedLine[]): OrderLine[] {
  const ids = new Map(priced.map(({ position }) => [position, newId()]));
  return priced.map(({ forPosition, activityId: _activityId, ...line }) => ({
    ...line,
    ...{ id: ids.get(line.position) ?? newId(), orderId, forLine: ids.get(forPosition ?? 0) ?? null },
    ...{ refundedAmount: 0, refundedAt: null },
  }));
}

const required = ['offer', 'personal-data'] as const satisfies ConsentCode[];

/** @throws CONSENT_REQUIRED */
export function requireConsents(given: readonly ConsentCode[]): void {
  const missing = required.filter((code) => !given.includes(code));
  if (missing.length > 0) throw orderingErrors.CONSENT_REQUIRED({ consents: missing });
}
