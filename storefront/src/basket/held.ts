import type { Quote, QuoteLine } from '../api/shapes.ts';
import type { Held } from './basket-cookie.ts';

type Ticket = Pick<QuoteLine, 'kind' | 'eventId' | 'seatCode' | 'zone' | 'ticketTypeId' | 'quantity'>;

/** The places of tickets by departure, as they would be asked for again. */
export function placesOf(lines: readonly Ticket[], until = 0): Held[] {
  const tickets = lines.filter(({ kind, eventId }) => kind === 'admission' && eventId !== null);
  return [...Map.groupBy(tickets, ({ eventId }) => eventId ?? '')].map(([eventId, own]) => ({
    eventId,
    seats: own.flatMap(({ seatCode }) => seatCode ?? []),
    quantities: quantitiesOf(own),
    ...zoneOf(own),
    until,
  }));
}

function quantitiesOf(tickets: readonly Ticket[]): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const { seatCode, ticketTypeId, quantity } of tickets)
    if (seatCode === null && ticketTypeId) counted[ticketTypeId] = (counted[ticketTypeId] ?? 0) + quantity;
  return counted;
}

function zoneOf(tickets: readonly Ticket[]): Pick<Held, 'zone'> {
  const zone = tickets.find((ticket) => ticket.seatCode === null && ticket.zone !== null)?.zone;
  return zone ? { zone } : {};
}

/** What a quote shows to be held now. */
export const heldIn = ({ lines, expiresAt }: Pick<Quote, 'lines' | 'expiresAt'>): Held[] =>
  placesOf(lines, expiresAt === null ? 0 : Date.parse(expiresAt));

interface Comparison {
  /** As it was seen last. */
  before: readonly Held[];
  now: readonly Held[];
  /** Business time, ISO 8601. */
  at: string;
}

/** What was held and is no more. */
export function missingOf({ before, now }: Pick<Comparison, 'before' | 'now'>): Held[] {
  const stillHeld = new Set(now.map(({ eventId }) => eventId));
  return before.filter(({ eventId }) => !stillHeld.has(eventId));
}

/** Departures whose time has run out since; what somebody let go of earlier was meant. */
export const runOut = ({ at, ...seen }: Comparison): Held[] =>
  missingOf(seen).filter(({ until }) => until <= Date.parse(at));
