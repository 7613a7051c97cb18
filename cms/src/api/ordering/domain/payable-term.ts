import type { Order } from './order.ts';

type Term = Pick<Order, 'expiresAt' | 'maxExpiresAt'>;

type PayableState = 'open' | 'paid' | 'closed';

export type TermQuestion = {
  order: Term & Pick<Order, 'state'>;
  /** As they stand now; what was ordered without a departure is payable as long as the order lasts. */
  departures: Iterable<{ leavesAt: number }>;
  now: Date;
};

/**
 * Whether a payment may begin, and the latest moment to which it may prolong the order: what was ordered in time may be
 * paid until the first of its departures leaves, whether or not tickets are still sold.
 */
export function payableTerm({ order, departures, now }: TermQuestion): Term & { state: PayableState } {
  const leavesAt = firstLeaving(departures);
  const { state, expiresAt, maxExpiresAt } = order;
  const end = earlier(expiresAt, leavesAt);
  return { state: payableState(state, end, now), expiresAt, maxExpiresAt: earlier(maxExpiresAt, leavesAt) };
}

function payableState(state: Order['state'], end: Date | null, now: Date): PayableState {
  if (state === 'PAID' || state === 'PARTIALLY_REFUNDED') return 'paid';
  return state === 'LOCKED' && (end === null || end > now) ? 'open' : 'closed';
}

/** When the first of them leaves; null: there is none. */
function firstLeaving(departures: Iterable<{ leavesAt: number }>): Date | null {
  const first = Math.min(...Array.from(departures, ({ leavesAt }) => leavesAt));
  return Number.isFinite(first) ? new Date(first) : null;
}

/**
 * The end of an order whose payment begins, its places held until `held`: never earlier than it was, unless a departure
 * was moved before it.
 */
export function keptUntil({ expiresAt, maxExpiresAt }: Term, held: Date): Date {
  const kept = expiresAt !== null && expiresAt > held ? expiresAt : held;
  return earlier(kept, maxExpiresAt) ?? kept;
}

function earlier(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
