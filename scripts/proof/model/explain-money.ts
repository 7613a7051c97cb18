import { rows } from './commands.ts';
import { no, said } from './deeds.ts';
import type { Answer, Deed, RequestView, Span, Verdict } from './deeds.ts';
import type { Known } from './explain-orders.ts';
import {
  copyOf,
  freeSeats,
  openCount,
  openLeft,
  paymentLife,
  refundLine,
  seatsOf,
  usesOf,
} from './shop-state.ts';
import type { Ask, Line, Order, ShopState, Terms } from './shop-state.ts';

type Verdicts = Verdict<ShopState>;

const unchanged = (state: ShopState, answer: Answer, expected: string): Verdicts =>
  said(answer) === expected ? { next: state } : no(`expected ${expected}`);

const isPaid = ({ state }: Order): boolean => state === 'PAID' || state === 'PARTIALLY_REFUNDED';

const orderIn = (state: ShopState, id: string): Order => {
  const order = state.orders[id];
  if (!order) throw new Error(`The model has no order ${id}.`);
  return order;
};

type Starting = { deed: Extract<Deed, { started: unknown }>; span: Span };

/** An attempt that is still open goes on; a new one keeps the places for its term. */
export function explainStart(state: ShopState, { deed: { orderId, started }, span }: Starting): Verdicts {
  const order = orderIn(state, orderId);
  if (isPaid(order)) return unchanged(state, started, '409 ALREADY_PAID');
  if (order.state !== 'LOCKED') return unchanged(state, started, '409 NOT_PAYABLE');
  if (started.status !== 200) return no('expected 200');
  const id = started.data.paymentId;
  const open = order.attempts.findLast((attempt) => attempt.state === 'pending' && attempt.until > span.to);
  if (open) return open.id === id ? { next: state } : no(`expected the attempt ${open.id} to go on`);
  if (order.attempts.some((attempt) => attempt.id === id)) return no('expected a new attempt');
  const next = copyOf(state);
  prolong(orderIn(next, orderId), { id, from: span.from });
  return { next };
}

/** To the second, the least that it can be: moves of the clock are longer than a request by far. */
function prolong(order: Order, { id, from }: { id: string; from: number }): void {
  const until = Math.min(from + paymentLife, ...order.ends.map(({ longest }) => longest));
  order.attempts.push({ id, state: 'pending', until });
  for (const end of order.ends) end.expiresAt = Math.max(end.expiresAt, Math.min(until, end.longest));
}

type Settling = Extract<Deed, { attempt: string }>;

/** Money makes the order paid when it still can have its places, and goes back otherwise. */
export function explainSettle(state: ShopState, deed: Settling, { terms }: Known): Verdicts {
  const next = copyOf(state);
  const order = orderIn(next, deed.orderId);
  const attempt = order.attempts.find(({ id }) => id === deed.attempt);
  if (!attempt) return no('expected an attempt of this order');
  attempt.state = deed.command.how === 'pay' ? 'succeeded' : 'canceled';
  if (deed.command.how === 'decline') return { next };
  const kept = keeps(next, { order, terms });
  if (kept !== deed.kept) return no(kept ? 'expected the money to be kept' : 'expected the money to go back');
  return kept ? confirmed(next, { order, deed }) : { next };
}

/** Whether the money of this order is kept: never twice, never against a cancellation, late only if all is free. */
function keeps(state: ShopState, { order, terms }: { order: Order; terms: Terms }): boolean {
  if (order.state === 'LOCKED') return true;
  if (order.state !== 'EXPIRED') return false;
  return placesAreFree(state, order) && (!order.promotion || usesOf(state) < terms.promotion.uses);
}

function placesAreFree(state: ShopState, order: Order): boolean {
  if (openCount(order) > openLeft(state)) return false;
  if (!order.otherSeats) return seatsOf(order).every((seat) => freeSeats(state).includes(seat));
  return rows.every(({ zone, seats }) => {
    const wanted = seatsOf(order).filter((seat) => (seats as readonly string[]).includes(seat));
    return wanted.length <= freeSeats(state, zone).length;
  });
}

function confirmed(next: ShopState, { order, deed }: { order: Order; deed: Settling }): Verdicts {
  const problem = order.state === 'EXPIRED' ? movedProblem(next, { order, deed }) : undefined;
  if (problem !== undefined) return no(problem);
  Object.assign(order, { state: 'PAID', uses: order.promotion, ends: [] });
  return { next };
}

/** Seats that were free are kept; a lost one became another free one of its zone. */
function movedProblem(
  state: ShopState,
  { order, deed }: { order: Order; deed: Settling },
): string | undefined {
  const free = freeSeats(state);
  for (const line of order.lines.filter(({ seat }) => seat !== null)) {
    const now = deed.order.lines.find(({ id }) => id === line.id)?.seatCode ?? '';
    const own = line.seat ?? '';
    const zone = rows.find(({ seats }) => (seats as readonly string[]).includes(own))?.zone;
    if (free.includes(own) ? now !== own : !freeSeats(state, zone).includes(now))
      return `expected ${own} to stay or to move to a free seat, not to ${now}`;
    line.seat = now;
  }
  const seats = seatsOf(order);
  return new Set(seats).size === seats.length ? undefined : 'expected seats of its own for everybody';
}

type Time = { at: number; terms: Terms };

export function explainCancel(
  state: ShopState,
  { deed: { command, orderId, ended }, ...time }: Time & { deed: Extract<Deed, { ended: unknown }> },
): Verdicts {
  const order = orderIn(state, orderId);
  if (command.stranger) return unchanged(state, ended, '404 NOT_FOUND');
  if (isPaid(order))
    return refunded(state, {
      order,
      answer: ended,
      view: ended.data?.refund,
      cancels: true,
      status: 200,
      time,
    });
  if (order.state !== 'LOCKED') return unchanged(state, ended, '409 ILLEGAL_TRANSITION');
  if (ended.status !== 200 || ended.data.status !== 'CANCELLED') return no('expected 200 and CANCELLED');
  const next = copyOf(state);
  Object.assign(orderIn(next, orderId), { state: 'CANCELLED', uses: false });
  return { next };
}

export function explainRefund(
  state: ShopState,
  { deed: { orderId, asked, lineId }, ...time }: Time & { deed: Extract<Deed, { asked: unknown }> },
): Verdicts {
  const order = orderIn(state, orderId);
  if (!isPaid(order)) return unchanged(state, asked, '409 ORDER_NOT_PAID');
  return refunded(state, {
    order,
    answer: asked,
    view: asked.data,
    lineId,
    cancels: false,
    status: 201,
    time,
  });
}

type Refunding = {
  order: Order;
  answer: Answer;
  view: RequestView | null | undefined;
  lineId?: string | undefined;
  cancels: boolean;
  status: number;
  time: Time;
};

/** First whether there is so much left, then whether it is early enough. */
function refunded(
  state: ShopState,
  { order, answer, view, lineId, cancels, status, time }: Refunding,
): Verdicts {
  const wanted = order.lines.filter(({ id }) => lineId === undefined || id === lineId);
  const pieces = wanted.map(({ id, quantity, asked }) => ({
    line: id,
    quantity: lineId === undefined ? quantity - asked : 1,
  }));
  const left = wanted.reduce((sum, { quantity, asked }) => sum + quantity - asked, 0);
  if (left === 0) return unchanged(state, answer, '409 REFUND_EXCEEDS_REST');
  const refused = time.at > time.terms.startAt - refundLine || leavesChildAlone(order, pieces);
  if (refused) return unchanged(state, answer, '409 REFUND_REFUSED');
  if (answer.status !== status || !view) return no(`expected ${status}`);
  const ask: Ask = { id: view.id, amount: view.amount.amount, pieces, cancels, arrived: false };
  const problem = amountProblem(order, ask);
  if (problem !== undefined) return no(problem);
  const next = copyOf(state);
  granted(orderIn(next, order.id), ask);
  return { next };
}

/** Children are sold on the open departure only, and stay there as long as an adult does. */
function leavesChildAlone({ lines }: Order, pieces: Ask['pieces']): boolean {
  const taken = (id: string) => pieces.find(({ line }) => line === id)?.quantity ?? 0;
  const stay = (type: Line['type'], less: (id: string) => number) =>
    lines
      .filter((line) => line.seat === null && line.type === type)
      .reduce((sum, { id, quantity, asked }) => sum + quantity - asked - less(id), 0);
  const adultsNow = stay('adult', () => 0);
  return adultsNow > 0 && stay('adult', taken) === 0 && stay('child', taken) > 0;
}

/** A piece is its part of the line to the last unit of money; with the last piece all of the line has gone. */
function amountProblem(order: Order, { amount, pieces }: Ask): string | undefined {
  const before = order.asks.reduce((sum, ask) => sum + ask.amount, 0);
  if (before + amount > order.total) return `expected no more than ${order.total - before}`;
  const bounds = pieces.map(({ line: id, quantity }) => {
    const line = order.lines.find((one) => one.id === id);
    const part = ((line?.amount ?? 0) * quantity) / (line?.quantity ?? 1);
    return { least: Math.floor(part), most: Math.ceil(part) };
  });
  const [least, most] = [
    bounds.reduce((sum, one) => sum + one.least, 0),
    bounds.reduce((sum, one) => sum + one.most, 0),
  ];
  const isLast = order.lines.every(({ id, quantity, asked }) => {
    return asked + (pieces.find(({ line }) => line === id)?.quantity ?? 0) === quantity;
  });
  if (isLast && before + amount !== order.total) return `expected the rest, ${order.total - before}`;
  return amount >= least && amount <= most ? undefined : `expected ${least} to ${most}, not ${amount}`;
}

function granted(order: Order, ask: Ask): void {
  order.asks.push(ask);
  for (const { line: id, quantity } of ask.pieces)
    for (const line of order.lines) if (line.id === id) line.asked += quantity;
}

/** The money of a request has gone: its places are free, and the order is what is left of it. */
export function arrive(state: ShopState, { orderId, askId }: { orderId: string; askId: string }): Verdicts {
  const next = copyOf(state);
  const order = orderIn(next, orderId);
  const ask = order.asks.find(({ id, arrived }) => id === askId && !arrived);
  if (!ask) return no('nothing is on its way');
  ask.arrived = true;
  order.refunded += ask.amount;
  for (const { line: id, quantity } of ask.pieces)
    for (const line of order.lines) if (line.id === id) line.gone += quantity;
  const whole = order.refunded >= order.total;
  const ended = ask.cancels ? ('CANCELLED' as const) : ('REFUNDED' as const);
  Object.assign(order, whole ? { state: ended, uses: false } : { state: 'PARTIALLY_REFUNDED' });
  return { next };
}

/** What a buyer could have back now. */
export function explainRefundQuote(
  state: ShopState,
  { deed: { orderId, quoted }, at, terms }: Time & { deed: Extract<Deed, { quoted: unknown }> },
): Verdicts {
  const order = orderIn(state, orderId);
  const wasPaid = isPaid(order) || order.asks.length > 0;
  if (!wasPaid) return unchanged(state, quoted, '409 ORDER_NOT_PAID');
  if (quoted.status !== 200) return no('expected 200');
  const rest = order.total - order.asks.reduce((sum, { amount }) => sum + amount, 0);
  const expected = at > terms.startAt - refundLine ? 0 : rest;
  const seen = quoted.data.refundable.amount;
  return seen === expected ? { next: state } : no(`expected ${expected} to be refundable, not ${seen}`);
}
