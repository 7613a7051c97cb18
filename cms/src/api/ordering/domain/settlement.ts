import type { Order } from './order.ts';

/** Why money that came cannot be kept. */
export const obstacles = [
  'ALREADY_PAID',
  'ORDER_CANCELLED',
  'EVENT_CANCELLED',
  'DEPARTED',
  'PLACES_LOST',
  'PROMOTION_USED_UP',
] as const;

export type Obstacle = (typeof obstacles)[number];

export type SettlementQuestion = {
  order: Pick<Order, 'state' | 'paidAt' | 'expiresAt'>;
  departures: readonly { leavesAt: number; cancelled: boolean }[];
  now: Date;
};

/**
 * What stands against keeping the money, places aside. An order that somebody cancelled was given up on purpose: it
 * does not come back by being paid. One that merely ran out does, while its departure has not left.
 */
export function obstacleTo({ order, departures, now }: SettlementQuestion): Obstacle | undefined {
  if (order.paidAt !== null) return 'ALREADY_PAID';
  if (order.state === 'CANCELLED' || order.state === 'PENDING') return 'ORDER_CANCELLED';
  if (departures.some(({ cancelled }) => cancelled)) return 'EVENT_CANCELLED';
  const left = departures.some(({ leavesAt }) => leavesAt <= now.getTime());
  return left && isLate({ order, now }) ? 'DEPARTED' : undefined;
}

/** Whether the order had run out when the money came, tidied up or not. */
export function isLate({ order, now }: Pick<SettlementQuestion, 'order' | 'now'>): boolean {
  return order.state === 'EXPIRED' || (order.expiresAt !== null && order.expiresAt <= now);
}

/** What becomes of an unpaid order whose money goes back; undefined: it stays as it is. */
export function endAfter(
  order: Pick<Order, 'state'>,
  obstacle: Obstacle,
): 'EXPIRED' | 'CANCELLED' | undefined {
  if (order.state !== 'LOCKED') return undefined;
  return obstacle === 'EVENT_CANCELLED' ? 'CANCELLED' : 'EXPIRED';
}
