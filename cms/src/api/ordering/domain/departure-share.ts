import type { Order, OrderLine } from './order.ts';
import { takenShares, type RefundRequest } from './refund-request.ts';

/** What an order still has on a departure: tickets, their money with fees, and the lines to give back for it. */
export type DepartureShare = { tickets: number; amount: number; lineIds: string[] };

type Sold = {
  lines: readonly OrderLine[];
  requests: readonly Pick<RefundRequest, 'state' | 'lines'>[];
  eventId: string;
};

/**
 * Tickets of the departure that no refund has taken, with the fees on them. Where they are all the tickets that the order
 * has left, everything else of it goes with them: a guide to a tour that does not take place is of no use.
 */
export function departureShare({ lines, requests, eventId }: Sold): DepartureShare {
  const left = lines
    .map((line) => ({ line, ...leftOf(line, requests) }))
    .filter(({ quantity }) => quantity > 0);
  const own = left.filter(({ line }) => line.kind === 'admission' && line.eventId === eventId);
  const isLast = left.every(({ line }) => line.kind !== 'admission' || line.eventId === eventId);
  const ids = new Set(own.map(({ line }) => line.id));
  const going = left.filter(({ line }) => isLast || ids.has(line.id) || ids.has(line.forLine ?? ''));
  return {
    tickets: own.reduce((sum, { quantity }) => sum + quantity, 0),
    amount: own.length === 0 ? 0 : going.reduce((sum, { amount }) => sum + amount, 0),
    lineIds:
      own.length === 0 ? [] : going.filter(({ line }) => line.kind !== 'fee').map(({ line }) => line.id),
  };
}

function leftOf({ id, quantity, amount }: OrderLine, requests: Sold['requests']) {
  const taken = takenShares(requests).filter(({ lineId }) => lineId === id);
  return {
    quantity: taken.reduce((rest, share) => rest - share.quantity, quantity),
    amount: taken.reduce((rest, share) => rest - share.amount, amount),
  };
}

/** Orders that money was paid for; the others that count are still waiting for it. */
export const isPaid = ({ state }: Pick<Order, 'state'>): boolean =>
  state === 'PAID' || state === 'PARTIALLY_REFUNDED';
