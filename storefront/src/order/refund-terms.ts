import type { Order, RefundQuote } from '../api/shapes.ts';

interface Known {
  order: Pick<Order, 'lines' | 'events'>;
  /** Undefined while it is not known what is left. */
  quote: Pick<RefundQuote, 'lines'> | undefined;
}

const over = new Set<string>(['ALREADY_REFUNDED', 'ALREADY_USED']);

/** Departures whose terms of refund still concern the buyer: those with tickets neither given back nor used. */
export function eventsToReturn({ order, quote }: Known): Order['events'] {
  if (!quote) return order.events;
  const left = quote.lines.filter(({ reasonCode }) => !over.has(reasonCode)).map(({ lineId }) => lineId);
  const tickets = order.lines.filter(({ id, kind }) => kind === 'admission' && left.includes(id));
  return order.events.filter(({ id }) => tickets.some(({ eventId }) => eventId === id));
}
