import type { TicketTypeRow } from '../../catalog/domain/catalogue-rows.ts';
import type { Departure } from '../../catalog/domain/departure.ts';
import { seatingErrors } from '../../seating/errors.ts';
import { orderingErrors } from '../errors.ts';
import type { Basket, BasketHold, HeldDeparture, PassengerEntry, SeatType } from './basket.ts';
import type { AppliedRule } from './order.ts';

/** Tickets of one kind in a hold: one with a seat or a passenger, or several that are alike. */
export type Ticket = {
  departure: Departure;
  holdId: string;
  seatCode: string | null;
  zone: string | null;
  type: TicketTypeRow;
  quantity: number;
  passenger: PassengerEntry | undefined;
  rules: AppliedRule[];
};

type Wishes = Pick<Basket, 'seatTypes' | 'passengers'>;

/**
 * The tickets of a hold: seats in their order, then what has no number; passengers take theirs.
 * @throws UNKNOWN_TICKET_TYPE, SEAT_NOT_HELD
 */
export function ticketsOf({ hold, departure }: HeldDeparture, wishes: Wishes): Ticket[] {
  const seated = wishesOf(hold, wishes);
  const tickets = [
    ...hold.seats.map((seat) => seatTicket({ hold, departure, seated }, seat)),
    ...hold.quantities.map((held) => openTicket({ hold, departure }, held)),
  ];
  return seatPassengers(tickets, seated.passengers);
}

/** @throws SEAT_NOT_HELD when a wish names a hold or a seat that is not there, or one seat twice */
export function refuseStrayWishes(holds: readonly BasketHold[], { seatTypes, passengers }: Wishes): void {
  const held = new Set(
    holds.flatMap(({ holdId, seats }) => seats.map((seat) => placeOf(holdId, seat.seatCode))),
  );
  const known = new Set(holds.map(({ holdId }) => holdId));
  const isStray = ({ holdId, seatCode }: { holdId: string; seatCode?: string | undefined }) =>
    seatCode === undefined ? !known.has(holdId) : !held.has(placeOf(holdId, seatCode));
  const stray = [...seatTypes, ...passengers].filter(isStray);
  const twice = [...repeated(seatTypes), ...repeated(passengers)];
  const seats = [...stray, ...twice].map(({ holdId, seatCode }) => ({ holdId, seatCode: seatCode ?? null }));
  if (seats.length > 0) throw orderingErrors.SEAT_NOT_HELD({ seats });
}

type Place = { holdId: string; seatCode?: string | undefined };

function repeated(places: readonly Place[]): Place[] {
  const numbered = places.filter(({ seatCode }) => seatCode !== undefined);
  const groups = Map.groupBy(numbered, ({ holdId, seatCode = '' }) => placeOf(holdId, seatCode));
  return [...groups.values()].flatMap(([first, ...others]) => (first && others.length > 0 ? [first] : []));
}

const placeOf = (holdId: string, seatCode: string) => JSON.stringify([holdId, seatCode]);

type HoldWishes = { seatTypes: SeatType[]; passengers: PassengerEntry[] };

function wishesOf({ holdId }: BasketHold, { seatTypes, passengers }: Wishes): HoldWishes {
  return {
    seatTypes: seatTypes.filter((wish) => wish.holdId === holdId),
    passengers: passengers.filter((wish) => wish.holdId === holdId),
  };
}

type SeatSource = HeldDeparture & { seated: HoldWishes };

function seatTicket(
  { hold, departure, seated }: SeatSource,
  { seatCode, zone }: BasketHold['seats'][number],
): Ticket {
  const wished = wishedType(seatCode, seated);
  const type = wished === undefined ? firstType(departure) : typeOf(departure, wished);
  // A type without a place would give the seat away for the price of a lap.
  if (!type.occupiesPlace) throw seatingErrors.UNKNOWN_TICKET_TYPE({ ticketTypes: [type.id] });
  const rules = wished === undefined ? [{ rule: 'default-ticket-type', ticketTypeId: type.id }] : [];
  return { departure, holdId: hold.holdId, seatCode, zone, type, quantity: 1, passenger: undefined, rules };
}

function wishedType(seatCode: string, { seatTypes, passengers }: HoldWishes): string | undefined {
  return [...seatTypes, ...passengers].find((wish) => wish.seatCode === seatCode)?.ticketTypeId;
}

function openTicket(
  { hold, departure }: HeldDeparture,
  { ticketTypeId, zone, quantity }: BasketHold['quantities'][number],
): Ticket {
  const type = typeOf(departure, ticketTypeId);
  return {
    ...{ departure, holdId: hold.holdId, seatCode: null, zone, type, quantity },
    ...{ passenger: undefined, rules: [] },
  };
}

/** The types of a departure in the order in which the shop lists them. */
function typesOf({ tariffs }: Departure): TicketTypeRow[] {
  return [...new Map(tariffs.map(({ ticketType }) => [ticketType.id, ticketType])).values()];
}

function firstType(departure: Departure): TicketTypeRow {
  const type = typesOf(departure).find(({ occupiesPlace }) => occupiesPlace);
  if (!type) throw seatingErrors.SALES_CLOSED({ reason: 'no_price', eventIds: [departure.id] });
  return type;
}

function typeOf(departure: Departure, ticketTypeId: string): TicketTypeRow {
  const type = typesOf(departure).find(({ id }) => id === ticketTypeId);
  if (!type) throw seatingErrors.UNKNOWN_TICKET_TYPE({ ticketTypes: [ticketTypeId] });
  return type;
}

/** Gives every passenger a ticket: those with a seat that seat, the others the first free ticket of their type. */
function seatPassengers(tickets: Ticket[], passengers: readonly PassengerEntry[]): Ticket[] {
  const numbered = passengers.filter(({ seatCode }) => seatCode !== undefined);
  const others = passengers.filter(({ seatCode }) => seatCode === undefined);
  const seated = numbered.reduce((known, passenger) => seatOne(known, passenger), tickets);
  return others.reduce((known, passenger) => seatOne(known, passenger), seated);
}

function seatOne(tickets: Ticket[], passenger: PassengerEntry): Ticket[] {
  const index = tickets.findIndex((ticket) => isFor(ticket, passenger));
  const found = tickets[index];
  if (!found) throw orderingErrors.SEAT_NOT_HELD({ seats: [strayPassenger(passenger)] });
  const own = { ...found, quantity: 1, passenger };
  const rest = found.quantity > 1 ? [{ ...found, quantity: found.quantity - 1 }] : [];
  return tickets.toSpliced(index, 1, own, ...rest);
}

function isFor(ticket: Ticket, { seatCode, ticketTypeId }: PassengerEntry): boolean {
  const isPlace = seatCode === undefined || ticket.seatCode === seatCode;
  return ticket.passenger === undefined && ticket.type.id === ticketTypeId && isPlace;
}

function strayPassenger({ holdId, seatCode, ticketTypeId }: PassengerEntry) {
  return { holdId, seatCode: seatCode ?? null, ticketTypeId };
}
