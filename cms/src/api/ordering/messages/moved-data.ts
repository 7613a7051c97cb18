import type { Locale } from '@gangway/kit';
import type { MessageData } from '@gangway/notifications/contract';
import type { MovedSeat } from '../store/order-lines.ts';
import type { OrderSource } from './order-source.ts';
import { seatText } from './trip-data.ts';

/** Seats that a late payment got in place of those that were gone; an empty list when none were moved. */
export function movedData({ history, departures }: OrderSource, locale: Locale): MessageData {
  const entry = history.findLast(({ details }) => Array.isArray(details?.moved));
  const moved = (entry?.details?.moved ?? []) as MovedSeat[];
  const name = (seatCode: string, { eventId, zone }: MovedSeat) => {
    const departure = departures.get(eventId);
    return departure ? seatText({ departure, seatCode, zone }, locale) : seatCode;
  };
  const seats = moved.map((seat) => ({ from: name(seat.from, seat), to: name(seat.to, seat) }));
  return { hasMoved: seats.length > 0, moved: seats };
}
