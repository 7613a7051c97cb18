import type { EventCard, QuoteLine } from '../api/shapes.ts';
import type { Departure } from '../basket/basket-view.ts';
import type { CheckoutForm, PassengerEntry } from './checkout-form.ts';

/** Somebody who travels: one for each ticket of a departure that asks for names. */
export interface Seat {
  key: string;
  holdId: string;
  seatCode?: string;
  ticketTypeId: string;
  asked: EventCard['passengerData'];
}

/** The tickets whose passengers have to be named. */
export const askedSeats = (departures: readonly Departure[]): Seat[] =>
  departures.flatMap(({ card, tickets }) =>
    card.passengerData === 'none' ? [] : tickets.flatMap((line) => seatsOf(line, card.passengerData)),
  );

/** Keys stay the same when the places were held anew. */
export function seatsOf(line: QuoteLine, asked: EventCard['passengerData']): Seat[] {
  const { eventId, holdId, seatCode, ticketTypeId, quantity } = line;
  if (!eventId || !holdId || !ticketTypeId) return [];
  if (seatCode) return [{ key: `${eventId}:${seatCode}`, holdId, seatCode, ticketTypeId, asked }];
  return Array.from({ length: quantity }, (_, index) => ({
    ...{ key: `${eventId}:${ticketTypeId}:${index + 1}`, holdId, ticketTypeId, asked },
  }));
}

export function passengersFor(seats: readonly Seat[], { passengers }: CheckoutForm) {
  return seats.map(({ key, holdId, seatCode, ticketTypeId, asked }) => ({
    ...{ holdId, ticketTypeId, ...(seatCode ? { seatCode } : {}) },
    ...saidOf(passengers[key], asked),
  }));
}

function saidOf(entry: PassengerEntry | undefined, asked: Seat['asked']) {
  const { fullName = '', birthDate = '', document = '' } = entry ?? {};
  return asked === 'documents' ? { fullName, birthDate, document } : { fullName };
}
