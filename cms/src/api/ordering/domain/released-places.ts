import type { OrderLine } from './order.ts';
import type { RefundShare } from './refund-shares.ts';

/** A place that is free for others: a seat, or so many of a ticket type in a zone. */
export type ReleasedPlace =
  | { eventId: string; seatCode: string }
  | { eventId: string; ticketTypeId: string; zone: string | null; quantity: number };

/** The places that these shares give back; fees and products have none. */
export function releasedPlaces(
  shares: readonly Pick<RefundShare, 'lineId' | 'quantity'>[],
  lines: readonly OrderLine[],
): ReleasedPlace[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  return shares.flatMap(({ lineId, quantity }) => placeOf(byId.get(lineId), quantity));
}

function placeOf(line: OrderLine | undefined, quantity: number): ReleasedPlace[] {
  if (line?.kind !== 'admission' || line.eventId === null) return [];
  const { eventId, seatCode, ticketTypeId, zone } = line;
  if (seatCode !== null) return [{ eventId, seatCode }];
  return ticketTypeId === null ? [] : [{ eventId, ticketTypeId, zone, quantity }];
}
