import type { Admission } from './admission.ts';
import type { OrderLine } from './order.ts';
import type { TakenShare } from './refund-request.ts';

/** A place that is free for others: a seat, or so many of a ticket type in a zone. */
export type ReleasedPlace =
  | { eventId: string; seatCode: string }
  | { eventId: string; ticketTypeId: string; zone: string | null; quantity: number };

export type Given = {
  shares: readonly Pick<TakenShare, 'lineId' | 'quantity' | 'admissionIds'>[];
  lines: readonly OrderLine[];
  /** Of the order. Whoever used theirs is aboard: the place is not free, though the money went back. */
  admissions: readonly Pick<Admission, 'id' | 'state'>[];
};

/** The places that these shares give back; fees and products have none. */
export function releasedPlaces({ shares, lines, admissions }: Given): ReleasedPlace[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const used = new Set(admissions.flatMap(({ id, state }) => (state === 'used' ? id : [])));
  return shares.flatMap(({ lineId, quantity, admissionIds }) => {
    const stay = admissionIds.filter((id) => used.has(id)).length;
    return quantity > stay ? placeOf(byId.get(lineId), quantity - stay) : [];
  });
}

function placeOf(line: OrderLine | undefined, quantity: number): ReleasedPlace[] {
  if (line?.kind !== 'admission' || line.eventId === null) return [];
  const { eventId, seatCode, ticketTypeId, zone } = line;
  if (seatCode !== null) return [{ eventId, seatCode }];
  return ticketTypeId === null ? [] : [{ eventId, ticketTypeId, zone, quantity }];
}
