import { type Departure, stateAt } from '../../catalog/domain/departure.ts';
import { type CurrentPrice, currentPrices } from '../../catalog/domain/tariff.ts';
import { seatingErrors } from '../errors.ts';
import { areas, type Geometry } from './geometry.ts';
import { wholeEvent, zonePool } from './pools.ts';
import { planSeats, wholeTables } from './whole-tables.ts';

/** What a buyer asks for: codes of seats, and how many tickets of which type, in `zone` where there are several. */
export type Asked = {
  seats?: readonly string[] | undefined;
  quantities?: Readonly<Record<string, number>> | undefined;
  zone?: string | undefined;
};

export type WantedSeat = { seatCode: string; zone: string };

export type WantedCount = {
  ticketTypeId: string;
  pool: string;
  zone: string | null;
  quantity: number;
  takesPlace: boolean;
};

/** The same in the words of the plan and the price list. */
export type Wanted = { seats: WantedSeat[]; counts: WantedCount[] };

type Sale = { departure: Departure; prices: CurrentPrice[] };

/**
 * What is asked for, when it can be sold at this moment.
 * @throws SALES_CLOSED, UNKNOWN_SEAT, UNKNOWN_TICKET_TYPE, UNKNOWN_ZONE
 */
export function wantedPlaces(departure: Departure, asked: Asked, now: Date): Wanted {
  const sale = { departure, prices: openSale(departure, now) };
  return { seats: wantedSeats(sale, asked), counts: wantedCounts(sale, asked) };
}

/**
 * The prices of a departure that is on sale.
 * @throws SALES_CLOSED
 */
export function openSale(departure: Departure, now: Date): CurrentPrice[] {
  const at = now.getTime();
  const state = stateAt(departure, at);
  if (state === 'cancelled') throw seatingErrors.SALES_CLOSED({ reason: 'cancelled' });
  if (state !== 'on_sale') throw seatingErrors.SALES_CLOSED({ reason: 'over' });
  if (at < (departure.event.salesStartAt ?? -Infinity))
    throw seatingErrors.SALES_CLOSED({ reason: 'not_yet' });
  const prices = currentPrices(departure.tariffs, at);
  if (prices.length === 0) throw seatingErrors.SALES_CLOSED({ reason: 'no_price' });
  return prices;
}

/** How many places a pool of the departure has. */
export function poolCapacity({ capacity, plan }: Pick<Departure, 'capacity' | 'plan'>, pool: string): number {
  return pool === wholeEvent ? capacity : (openZones(plan).get(pool) ?? 0);
}

function wantedSeats({ departure, prices }: Sale, { seats = [] }: Asked): WantedSeat[] {
  if (seats.length === 0) return [];
  const { plan, event } = departure;
  if (!plan || event.seating !== 'assigned') throw seatingErrors.UNKNOWN_SEAT({ seats: [...seats] });
  const known = planSeats(plan);
  const unknown = seats.filter((code) => !known.has(code));
  if (unknown.length > 0) throw seatingErrors.UNKNOWN_SEAT({ seats: [...new Set(unknown)] });
  const wanted = wholeTables(plan, seats).map((seatCode) => ({
    seatCode,
    zone: known.get(seatCode)?.zone ?? '',
  }));
  const unpriced = wanted.some(({ zone }) => !prices.some((price) => price.zone === zone));
  if (unpriced) throw seatingErrors.SALES_CLOSED({ reason: 'no_price' });
  return wanted;
}

function wantedCounts(sale: Sale, { quantities = {}, zone }: Asked): WantedCount[] {
  const asked = Object.entries(quantities);
  const unknown = asked.flatMap(([id]) => (sale.prices.some(isOf(id)) ? [] : id));
  if (unknown.length > 0) throw seatingErrors.UNKNOWN_TICKET_TYPE({ ticketTypes: unknown });
  return asked.map(([ticketTypeId, quantity]) => {
    const takesPlace = sale.prices.find(isOf(ticketTypeId))?.ticketType.occupiesPlace ?? true;
    return { ticketTypeId, quantity, takesPlace, ...countedIn(sale, { ticketTypeId, takesPlace, zone }) };
  });
}

const isOf =
  (ticketTypeId: string) =>
  ({ ticketType }: CurrentPrice): boolean =>
    ticketType.id === ticketTypeId;

type Counting = { ticketTypeId: string; takesPlace: boolean; zone: string | undefined };

/** The pool that the tickets are counted in; those who take no place are of no zone unless one is named. */
function countedIn(sale: Sale, { ticketTypeId, takesPlace, zone }: Counting) {
  const zones = zonesFor(sale, ticketTypeId, takesPlace);
  if (zones.length === 0 && zone === undefined) return { pool: wholeEvent, zone: null };
  const only = takesPlace && zones.length === 1 ? zones[0] : undefined;
  const chosen = zone ?? only;
  if (chosen === undefined && !takesPlace) return { pool: wholeEvent, zone: null };
  if (chosen === undefined || !zones.includes(chosen)) throw seatingErrors.UNKNOWN_ZONE({ zones });
  return { pool: takesPlace ? zonePool(chosen) : wholeEvent, zone: chosen };
}

/** The zones in which the type is sold without a number. Where places have none, all are in one pool. */
function zonesFor({ departure, prices }: Sale, ticketTypeId: string, takesPlace: boolean): string[] {
  const priced = prices.filter(isOf(ticketTypeId)).flatMap(({ zone }) => zone ?? []);
  if (!takesPlace) return priced;
  const open = openZones(departure.plan);
  const zones = priced.filter((zone) => open.has(zonePool(zone)));
  if (zones.length === 0 && departure.event.seating === 'assigned')
    throw seatingErrors.UNKNOWN_ZONE({ zones });
  return zones;
}

const known = new WeakMap<Geometry, ReadonlyMap<string, number>>();

/** Pools of the zones that have areas, with what the areas hold. */
function openZones(plan: Geometry | undefined): ReadonlyMap<string, number> {
  if (!plan) return new Map();
  const found = known.get(plan) ?? areaCapacities(plan);
  known.set(plan, found);
  return found;
}

function areaCapacities(plan: Geometry): Map<string, number> {
  const zones = Map.groupBy(areas(plan), ({ zone }) => zonePool(zone));
  return new Map(
    [...zones].map(([pool, own]) => [pool, own.reduce((sum, { capacity }) => sum + capacity, 0)]),
  );
}
