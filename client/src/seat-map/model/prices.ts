import type { Money } from '@gangway/kit/browser';
import type { Place, Plan, Price, TicketType } from './layout.ts';
import type { HeldCount, Hold } from './state.ts';

/** What is sold on the departure, and for how much. */
export interface Tariff {
  currency: Money['currency'];
  ticketTypes: readonly TicketType[];
  prices: readonly Price[];
}

/** One ticket in the zone; undefined where the type is not sold there. */
export const priceOf = (
  { prices }: Tariff,
  { ticketTypeId, zone }: { ticketTypeId: string; zone: string | null },
): Money | undefined =>
  prices.find((price) => price.ticketTypeId === ticketTypeId && price.zone === zone)?.total;

/** The types that a seat of the zone can be sold as, in the order of the tariff. */
export const typesFor = (tariff: Tariff, zone: string): TicketType[] =>
  tariff.ticketTypes.filter(
    ({ id, occupiesPlace }) => occupiesPlace && priceOf(tariff, { ticketTypeId: id, zone }),
  );

/** The chosen type, else the first one: as the order does it. */
export function typeOf(
  tariff: Tariff,
  { seatCode, zone, types }: { seatCode: string; zone: string; types: Readonly<Record<string, string>> },
): TicketType | undefined {
  const offered = typesFor(tariff, zone);
  return offered.find(({ id }) => id === types[seatCode]) ?? offered[0];
}

/** What a place costs as the first type of the tariff; a table costs all its seats. */
export function fullPrice(tariff: Tariff, { zone, seats }: Pick<Place, 'zone' | 'seats'>): Money | undefined {
  const [first] = typesFor(tariff, zone);
  const price = first && priceOf(tariff, { ticketTypeId: first.id, zone });
  return price && { ...price, amount: price.amount * seats.length };
}

/** From how much a zone is sold: the first type's price, not the one for those who need proof. */
export const zonePrice = (tariff: Tariff, zone: string): Money | undefined =>
  fullPrice(tariff, { zone, seats: [{} as never] });

/** Tickets without a numbered place: those in areas, and those who sit on a lap. */
export interface CountLine {
  ticketType: TicketType;
  zone: string | null;
  quantity: number;
  price: Money | undefined;
}

export interface SeatLine {
  seatCode: string;
  zone: string;
  ticketType: TicketType | undefined;
  price: Money | undefined;
}

export interface Sum {
  seats: SeatLine[];
  counts: CountLine[];
  total: Money;
}

type Counting = { plan: Plan; tariff: Tariff; ticketType: TicketType; zone: string | null };

/** One ticket without a number. Who takes no place is in no zone, and costs what it costs in the cheapest of all. */
export function countPrice({ zone, ...rest }: Counting): Money | undefined {
  return priceOf(rest.tariff, { ticketTypeId: rest.ticketType.id, zone }) ?? leastPrice(rest);
}

/** Where the zone says no price: of the zones with areas the cheapest. */
function leastPrice({ plan, tariff: { prices }, ticketType }: Omit<Counting, 'zone'>): Money | undefined {
  const areas = new Set(plan.layout.decks.flatMap((deck) => deck.areas.map(({ zone }) => zone)));
  const own = prices.filter(({ ticketTypeId }) => ticketTypeId === ticketType.id);
  const there = own.filter(({ zone }) => zone === null || (ticketType.occupiesPlace && areas.has(zone)));
  const [least] = (there.length > 0 ? there : own).toSorted(byAmount);
  return least?.total;
}

const byAmount = (left: Price, right: Price): number => left.total.amount - right.total.amount;

type Chosen = { plan: Plan; tariff: Tariff; hold: Hold | undefined; types: Readonly<Record<string, string>> };

/** What the hold costs with the ticket types chosen. Checkout reckons it again with promotions. */
export function sumOf({ plan, tariff, hold, types }: Chosen): Sum {
  const seats = (hold?.seats ?? []).map((seatCode): SeatLine => {
    const zone = plan.seats.get(seatCode)?.zone ?? '';
    const ticketType = typeOf(tariff, { seatCode, zone, types });
    const price = ticketType && priceOf(tariff, { ticketTypeId: ticketType.id, zone });
    return { seatCode, zone, ticketType, price };
  });
  const counts = (hold?.counts ?? []).flatMap((held) => countLine({ plan, tariff }, held));
  const amount =
    seats.reduce((sum, { price }) => sum + (price?.amount ?? 0), 0) +
    counts.reduce((sum, { price, quantity }) => sum + (price?.amount ?? 0) * quantity, 0);
  return { seats, counts, total: { amount, currency: tariff.currency } };
}

function countLine(
  { plan, tariff }: Pick<Chosen, 'plan' | 'tariff'>,
  { ticketTypeId, zone, quantity }: HeldCount,
): CountLine[] {
  const ticketType = tariff.ticketTypes.find(({ id }) => id === ticketTypeId);
  return ticketType
    ? [{ ticketType, zone, quantity, price: countPrice({ plan, tariff, ticketType, zone }) }]
    : [];
}

/** How many tickets of a type are held in a zone; without one, in all. */
export const countIn = (
  hold: Hold | undefined,
  { ticketTypeId, zone }: Pick<HeldCount, 'ticketTypeId' | 'zone'>,
): number =>
  (hold?.counts ?? [])
    .filter((held) => held.ticketTypeId === ticketTypeId && (zone === null || held.zone === zone))
    .reduce((sum, { quantity }) => sum + quantity, 0);
