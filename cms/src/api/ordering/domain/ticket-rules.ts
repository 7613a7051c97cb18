import { type Departure, stateAt } from '../../catalog/domain/departure.ts';
import { currentPrices } from '../../catalog/domain/tariff.ts';
import type { TicketTypeRow } from '../../catalog/domain/catalogue-rows.ts';
import { seatingErrors } from '../../seating/errors.ts';
import { orderingErrors } from '../errors.ts';
import type { PricedLine } from './priced-line.ts';
import type { Ticket } from './tickets.ts';

/** Whether tickets may be bought now. `now` in milliseconds. */
export function isOnSale(departure: Departure, now: number): boolean {
  const opensAt = departure.event.salesStartAt;
  return stateAt(departure, now) === 'on_sale' && (opensAt === null || now >= opensAt);
}

/** @throws SALES_CLOSED */
export function requireOnSale(departures: readonly Departure[], now: number): void {
  const closed = departures.filter((departure) => !isOnSale(departure, now)).map(({ id }) => id);
  if (closed.length > 0) throw seatingErrors.SALES_CLOSED({ eventIds: [...new Set(closed)] });
}

const adultAge = 18;

/**
 * Rules of ticket types and activities for the tickets of one departure. `complete`: passengers that the activity
 * asks for must be there, which only an order needs.
 * @throws NEEDS_ADULT, AGE_NOT_ALLOWED, PASSENGERS_REQUIRED
 */
export function checkTickets(tickets: readonly Ticket[], { complete }: { complete: boolean }): void {
  requireAdult(tickets);
  tickets.forEach(checkAge);
  if (complete) requirePassengers(tickets);
}

function requireAdult(tickets: readonly Ticket[]): void {
  const alone = typeWithoutAdult(tickets.map(({ type }) => type));
  const child = tickets.find(({ type }) => type === alone);
  if (child) throw orderingErrors.NEEDS_ADULT({ eventId: child.departure.id, ticketTypeId: child.type.id });
}

export type AgeRule = Pick<TicketTypeRow, 'needsAdult' | 'maxAge'>;

/** Of the ticket types of a departure, one that needs an adult where none is for adults; undefined: all is well. */
export function typeWithoutAdult<Type extends AgeRule>(types: readonly Type[]): Type | undefined {
  return types.some(isAdult) ? undefined : types.find(({ needsAdult }) => needsAdult);
}

function isAdult({ needsAdult, maxAge }: AgeRule): boolean {
  return !needsAdult && (maxAge === null || maxAge >= adultAge);
}

function checkAge({ departure, type, passenger }: Ticket): void {
  if (passenger?.birthDate === undefined) return;
  const age = fullYears(passenger.birthDate, departure.day);
  const minAge = Math.max(type.minAge ?? 0, departure.activity.facts.minAge ?? 0);
  const maxAge = type.maxAge ?? Infinity;
  if (age >= minAge && age <= maxAge) return;
  throw orderingErrors.AGE_NOT_ALLOWED({ ticketTypeId: type.id, minAge, maxAge: type.maxAge });
}

/** Full years between two days, `YYYY-MM-DD`; negative when the birth comes later. */
export function fullYears(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}

function requirePassengers(tickets: readonly Ticket[]): void {
  const missing = tickets.filter(isIncomplete);
  const [first] = missing;
  if (!first) return;
  const places = missing.map(({ holdId, seatCode, type, quantity }) => ({
    ...{ holdId, seatCode, ticketTypeId: type.id, quantity },
  }));
  throw orderingErrors.PASSENGERS_REQUIRED({ eventId: first.departure.id, missing: places });
}

function isIncomplete({ departure, passenger }: Ticket): boolean {
  const asked = departure.activity.facts.passengerData;
  if (asked === 'none') return false;
  if (!passenger) return true;
  return asked === 'documents' && (passenger.birthDate === undefined || passenger.document === undefined);
}

/**
 * A place that costs nothing, such as that of an attendant, goes with one that somebody pays for: as many of the one as
 * of the other at most, or nobody would have to pay for a departure that is sold out. Prices count as they are before
 * promotions. Where no place has a price the departure itself is free. `now` in milliseconds.
 * @throws NEEDS_PAYING_GUEST
 */
export function requirePayingGuests(departure: Departure, lines: readonly PricedLine[], now: number): void {
  const places = lines.filter(({ eventId, facts }) => eventId === departure.id && facts?.occupiesPlace);
  const [free, paid] = [countOf(places.filter(isFree)), countOf(places.filter((line) => !isFree(line)))];
  if (free <= paid || !hasPricedPlace(departure, now)) return;
  throw orderingErrors.NEEDS_PAYING_GUEST({ eventId: departure.id, free, paid });
}

const isFree = ({ unitAmount }: PricedLine) => unitAmount === 0;
const countOf = (lines: readonly PricedLine[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0);

function hasPricedPlace({ tariffs }: Departure, now: number): boolean {
  return currentPrices(tariffs, now).some(
    ({ ticketType, price }) => ticketType.occupiesPlace && price.amount > 0,
  );
}
