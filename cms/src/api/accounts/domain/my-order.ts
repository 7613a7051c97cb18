import type { Order } from '../../ordering/domain/order.ts';
import type { OrderView } from '../../ordering/contract/order-view.ts';
import type { MyOrder } from '../contract/my-orders.ts';

type Refund = MyOrder['refunds'][number];

export type OrderParts = {
  view: OrderView;
  /** Admissions that are good for boarding. */
  issued: number;
  refunds: readonly Refund[];
  now: Date;
};

const over: readonly Order['state'][] = ['EXPIRED', 'CANCELLED', 'REFUNDED'];

/** Whether something of it is still to come: a departure that has not ended, or a payment that is due. */
export function isUpcoming({ status, events }: Pick<OrderView, 'status' | 'events'>, now: Date): boolean {
  if (over.includes(status)) return false;
  return status === 'LOCKED' || events.some(({ endAt }) => Date.parse(endAt) > now.getTime());
}

/** An order as it stands in a list of the account. */
export function myOrder({ view, issued, refunds, now }: OrderParts): MyOrder {
  const { id, number, status, total, refunded, placedAt, expiresAt, events, lines } = view;
  return {
    ...{ id, number, status, upcoming: isUpcoming(view, now), total, refunded, placedAt, expiresAt },
    events: events.map(({ refund: _refund, ...event }) => ({ ...event, places: placesOf(lines, event.id) })),
    products: lines
      .filter(({ kind }) => kind === 'product')
      .map(({ name, quantity }) => ({ name, quantity })),
    tickets: { issued, pdf: issued > 0 ? `/api/orders/${id}/tickets.pdf` : null },
    refunds: [...refunds],
  };
}

function placesOf(lines: OrderView['lines'], eventId: string): number {
  const tickets = lines.filter((line) => line.kind === 'admission' && line.eventId === eventId);
  return tickets.reduce((places, { quantity }) => places + quantity, 0);
}

/** What is ahead first, the next one on top; then what is over, the latest on top. */
export function inOrderOfTime(orders: readonly MyOrder[]): MyOrder[] {
  const ahead = orders.filter(({ upcoming }) => upcoming);
  const past = orders.filter(({ upcoming }) => !upcoming);
  return [
    ...ahead.toSorted((one, other) => momentOf(one) - momentOf(other)),
    ...past.toSorted((one, other) => momentOf(other) - momentOf(one)),
  ];
}

function momentOf({ events, placedAt }: MyOrder): number {
  const starts = events.map(({ startAt }) => Date.parse(startAt));
  return starts.length > 0 ? Math.min(...starts) : Date.parse(placedAt);
}
