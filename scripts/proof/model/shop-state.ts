import { openPlaces, rows, seatCodes } from './commands.ts';
import type { Counts, Kind } from './commands.ts';

/** What the model believes of one cell: two departures with few places, one promotion, three buyers. */
export interface ShopState {
  holds: Hold[];
  orders: Record<string, Order>;
}

/** Places that a buyer holds on a departure and has not ordered. Moments in milliseconds of business time. */
export interface Hold {
  id: string;
  session: number;
  kind: Kind;
  seats: string[];
  counts: Counts;
  expiresAt: number;
  longest: number;
}

export type OrderState = 'LOCKED' | 'PAID' | 'PARTIALLY_REFUNDED' | 'REFUNDED' | 'EXPIRED' | 'CANCELLED';

/** A line with the places that are still its own. */
export interface Line {
  id: string;
  seat: string | null;
  /** Null for the fee of a ticket. */
  type: 'adult' | 'child' | null;
  quantity: number;
  amount: number;
  /** Pieces that were asked back, and pieces whose money has gone. */
  asked: number;
  gone: number;
}

export interface Order {
  id: string;
  session: number;
  state: OrderState;
  promotion: boolean;
  /** Whether the order has the use of the promotion now. */
  uses: boolean;
  otherSeats: boolean;
  total: number;
  refunded: number;
  lines: Line[];
  /** Until when each of its holds lives, and can live at most; empty when it was paid. */
  ends: { kind: Kind; expiresAt: number; longest: number }[];
  attempts: { id: string; state: 'pending' | 'canceled' | 'succeeded'; until: number }[];
  asks: Ask[];
}

/** Money that was asked back; `arrived` when it has gone. */
export interface Ask {
  id: string;
  amount: number;
  pieces: { line: string; quantity: number }[];
  cancels: boolean;
  arrived: boolean;
}

/** What the public price list says of a cell, in minor units, and how often its promotion may be used. */
export interface Terms {
  seat: Record<string, number>;
  adult: number;
  child: number;
  promotion: { percent: number; uses: number };
  /** Departure of both, in milliseconds. */
  startAt: number;
}

export const minute = 60_000;
export const holdLife = 15 * minute;
export const longestLife = 75 * minute;
export const paymentLife = 60 * minute;
export const refundLine = 24 * 60 * minute;
/** Places of one buyer on one departure. */
export const mostPlaces = 12;

export const emptyShop = (): ShopState => ({ holds: [], orders: {} });

export const copyOf = (state: ShopState): ShopState => structuredClone(state);

export const endOf = ({ ends }: Order): number => Math.min(...ends.map(({ expiresAt }) => expiresAt));

/** What becomes of what nobody paid in time: over by itself, at its very moment. */
export function atMoment(state: ShopState, at: number): ShopState {
  const orders = Object.values(state.orders);
  const over = orders.filter((order) => order.state === 'LOCKED' && endOf(order) <= at);
  if (over.length === 0 && state.holds.every(({ expiresAt }) => expiresAt > at)) return state;
  const next = copyOf(state);
  next.holds = next.holds.filter(({ expiresAt }) => expiresAt > at);
  for (const { id } of over) Object.assign(next.orders[id] as Order, { state: 'EXPIRED', uses: false });
  return next;
}

const keepsPlaces = ({ state }: Order): boolean =>
  state === 'LOCKED' || state === 'PAID' || state === 'PARTIALLY_REFUNDED';

/** Seats that are not free, with what a map calls them to strangers. */
export function takenSeats({ holds, orders }: ShopState): Map<string, 'reserved' | 'sold'> {
  const held = holds.flatMap(({ seats }) => seats.map((seat) => [seat, 'reserved'] as const));
  const ordered = Object.values(orders).filter(keepsPlaces);
  const lines = ordered.flatMap((order) =>
    seatsOf(order).map((seat) => [seat, order.state === 'LOCKED' ? 'reserved' : 'sold'] as const),
  );
  return new Map([...held, ...lines]);
}

/** Seats of an order whose money has not gone back. */
export const seatsOf = ({ lines }: Order): string[] =>
  lines.flatMap(({ seat, quantity, gone }) => (seat !== null && gone < quantity ? seat : []));

export const freeSeats = (state: ShopState, zone?: string): string[] => {
  const taken = takenSeats(state);
  const wanted = rows.filter((row) => zone === undefined || row.zone === zone);
  return wanted.flatMap(({ seats }) => [...seats]).filter((seat) => !taken.has(seat));
};

export const openCount = ({ lines }: Order): number =>
  lines
    .filter(({ seat, type }) => seat === null && type !== null)
    .reduce((sum, { quantity, gone }) => sum + quantity - gone, 0);

export function openTaken({ holds, orders }: ShopState): number {
  const held = holds.reduce((sum, { counts }) => sum + counts.adult + counts.child, 0);
  const ordered = Object.values(orders).filter(keepsPlaces);
  return held + ordered.reduce((sum, order) => sum + openCount(order), 0);
}

export const openLeft = (state: ShopState): number => openPlaces - openTaken(state);
export const seatsLeft = (state: ShopState): number => seatCodes.length - takenSeats(state).size;

export const usesOf = ({ orders }: ShopState): number =>
  Object.values(orders).filter(({ uses }) => uses).length;

/** What a buyer has on a departure and has not paid for. */
export function unpaidPlaces(state: ShopState, { session, kind }: { session: number; kind: Kind }): number {
  const held = state.holds.filter((hold) => hold.session === session && hold.kind === kind);
  const open = Object.values(state.orders).filter((one) => one.session === session && one.state === 'LOCKED');
  const inHolds = held.reduce(
    (sum, { seats, counts }) => sum + seats.length + counts.adult + counts.child,
    0,
  );
  const inOrders = open.map((one) => (kind === 'numbered' ? seatsOf(one).length : openCount(one)));
  return inOrders.reduce((sum, places) => sum + places, inHolds);
}
