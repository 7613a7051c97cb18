import { type Money, money } from '@gangway/kit';
import type { PriceRow, TicketTypeRow } from './catalogue-rows.ts';

/** From `from` on and until before `to`; null is open. Milliseconds. */
type Span = { from: number | null; to: number | null };

/** `price` is one ticket with VAT, `total` the same ticket with the fees on it. */
export type Candidate = Span & { price: Money; total: Money };

/** What one ticket type costs in one zone over time; the first candidate that holds is the price. */
export type Tariff = { ticketType: TicketTypeRow; zone: string | null; candidates: Candidate[] };

export type CurrentPrice = { ticketType: TicketTypeRow; zone: string | null } & Candidate;

export type TariffSource = {
  ticketTypes: readonly TicketTypeRow[];
  /** Zones of the plan; `[null]` where places have none. */
  zones: readonly (string | null)[];
  /** Rows of the departure itself and of its activity. */
  prices: readonly PriceRow[];
  /** What a row comes to: `offerOf`, or one that was made for the like of it before. */
  offer: (row: PriceRow) => Candidate;
};

/**
 * A price of the departure itself beats one of its activity, a price of the zone beats one for all zones, of two
 * alike the one that began to hold later wins.
 */
export function tariffsOf({ ticketTypes, zones, prices, offer }: TariffSource): Tariff[] {
  const ranked = [...prices].sort(byPrecedence);
  return ticketTypes.flatMap((ticketType) => {
    const own = ranked.filter((row) => row.ticketTypeId === ticketType.id);
    return zones.map((zone) => ({
      ticketType,
      zone,
      candidates: own.filter((row) => row.zone === null || row.zone === zone).map(offer),
    }));
  });
}

/** The price of each ticket type and zone at the moment; what is not on sale is left out. */
export function currentPrices(tariffs: readonly Tariff[], now: number): CurrentPrice[] {
  return tariffs.flatMap(({ ticketType, zone, candidates }) => {
    const found = candidates.find((one) => holds(one, now));
    return found ? [{ ticketType, zone, ...found }] : [];
  });
}

/**
 * What one grown-up pays at least, fees included: the cheapest type that takes a place and needs neither proof nor
 * company; where there is no such type, the cheapest that takes a place.
 */
export function priceFrom(prices: readonly CurrentPrice[]): Money | null {
  const seated = prices.filter(({ ticketType }) => ticketType.occupiesPlace);
  const plain = seated.filter(({ ticketType }) => isPlain(ticketType));
  return cheapest(plain.length > 0 ? plain : seated);
}

export function cheapest(prices: readonly { total: Money }[]): Money | null {
  const [first, ...rest] = prices.map(({ total }) => total);
  if (!first) return null;
  return rest.reduce((low, total) => (total.amount < low.amount ? total : low), first);
}

const adultAge = 18;

function isPlain({ proof, needsAdult, maxAge }: TicketTypeRow): boolean {
  return !proof && !needsAdult && (maxAge === null || maxAge >= adultAge);
}

function holds({ from, to }: Span, now: number): boolean {
  return (from === null || now >= from) && (to === null || now < to);
}

/** `charge` says what one ticket of the listed price costs with VAT, and in the end. */
export function offerOf(
  { amount, currency, validFrom, validTo }: PriceRow,
  charge: (listPrice: Money) => Pick<Candidate, 'price' | 'total'>,
): Candidate {
  const { price, total } = charge(money(amount, currency));
  return { from: validFrom, to: validTo, price, total };
}

function byPrecedence(left: PriceRow, right: PriceRow): number {
  return (
    Number(left.eventId === null) - Number(right.eventId === null) ||
    Number(left.zone === null) - Number(right.zone === null) ||
    (right.validFrom ?? -Infinity) - (left.validFrom ?? -Infinity) ||
    left.id.localeCompare(right.id)
  );
}
