import type { EventCard, QuoteLine } from '../api/shapes.ts';

/** What one session may hold of a departure: places, and as many tickets that take none. */
export const mostPlaces = 12;

interface Asking {
  tickets: readonly Pick<QuoteLine, 'ticketTypeId' | 'quantity'>[];
  ticketTypes: readonly Pick<EventCard['ticketTypes'][number], 'id' | 'occupiesPlace'>[];
}

/** Whether there may be one ticket more of the type, as far as the session goes. */
export function hasRoomFor(ticketTypeId: string | null, { tickets, ticketTypes }: Asking): boolean {
  const takesPlace = (id: string | null) => ticketTypes.find((type) => type.id === id)?.occupiesPlace ?? true;
  const kind = takesPlace(ticketTypeId);
  const held = tickets.filter((line) => takesPlace(line.ticketTypeId) === kind);
  return held.reduce((sum, { quantity }) => sum + quantity, 0) < mostPlaces;
}
