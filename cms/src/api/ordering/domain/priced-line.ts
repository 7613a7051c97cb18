import type { OrderLine } from './order.ts';

/** A line before it belongs to an order; `forPosition` is the line that a fee is on. */
export type PricedLine = Omit<OrderLine, 'id' | 'orderId' | 'forLine' | 'refundedAmount' | 'refundedAt'> & {
  forPosition: number | null;
  /** The activity of a ticket: promotions ask for it. */
  activityId: string | null;
};
