import type { Order, OrderLine } from './order.ts';

/** Why money that came cannot be kept. */
export const obstacles = [
  'ALREADY_PAID',
  'ORDER_CANCELLED',
  'EVENT_CANCELLED',
  'EVENT_CHANGED',
  'DEPARTED',
  'PLACES_LOST',
  'PROMOTION_USED_UP',
] as const;

export type Obstacle = (typeof obstacles)[number];

type Departure = { startAt: number; endAt: number; leavesAt: number; cancelled: boolean };

export type SettlementQuestion = {
  order: Pick<Order, 'state' | 'paidAt' | 'expiresAt'>;
  lines: readonly Pick<OrderLine, 'eventId' | 'facts'>[];
  /** As they stand now, by id; moments in milliseconds. */
  departures: ReadonlyMap<string, Departure>;
  now: Date;
};

/**
 * What stands against keeping the money, places aside. An order that somebody cancelled was given up on purpose: it
 * does not come back by being paid. One that merely ran out does, while its departure has not left and is the one that
 * was ordered: nobody asked this buyer whether another time suits them.
 */
export function obstacleTo({ order, lines, departures, now }: SettlementQuestion): Obstacle | undefined {
  if (order.paidAt !== null) return 'ALREADY_PAID';
  if (order.state === 'CANCELLED' || order.state === 'PENDING') return 'ORDER_CANCELLED';
  const all = [...departures.values()];
  if (all.some(({ cancelled }) => cancelled)) return 'EVENT_CANCELLED';
  if (!isLate({ order, now })) return undefined;
  if (all.some(({ leavesAt }) => leavesAt <= now.getTime())) return 'DEPARTED';
  return lines.some((line) => isMoved(line, departures)) ? 'EVENT_CHANGED' : undefined;
}

function isMoved(
  { eventId, facts }: SettlementQuestion['lines'][number],
  departures: SettlementQuestion['departures'],
) {
  const now = departures.get(eventId ?? '');
  if (facts === null || !now) return false;
  return !isSameSecond(facts.startAt, now.startAt) || !isSameSecond(facts.endAt, now.endAt);
}

/** What was sold is kept in seconds. */
const isSameSecond = (sold: string, now: number) => Date.parse(sold) === Math.floor(now / 1000) * 1000;

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
