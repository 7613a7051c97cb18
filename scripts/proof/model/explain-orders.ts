import { rows } from './commands.ts';
import type { Command } from './commands.ts';
import { no, said } from './deeds.ts';
import type { Amount, Answer, Deed, Names, OrderView, Verdict } from './deeds.ts';
import { copyOf, endOf, usesOf } from './shop-state.ts';
import type { Hold, Line, Order, ShopState, Terms } from './shop-state.ts';

type Verdicts = Verdict<ShopState>;
type Of<Name extends Command['do']> = Extract<Command, { do: Name }>;
export type Known = { names: Names; terms: Terms };

const unchanged = (state: ShopState, answer: Answer, expected: string): Verdicts =>
  said(answer) === expected ? { next: state } : no(`expected ${expected}`);

/** Why the basket of a buyer cannot be priced; undefined: it can. */
function refusalOf(state: ShopState, { holds, promotion }: Basket, { terms }: Known): string | undefined {
  if (holds.length === 0) return '422 EMPTY_ORDER';
  if (promotion && usesOf(state) >= terms.promotion.uses) return '409 PROMOTION_USED_UP';
  const alone = holds.some(({ counts }) => counts.child > 0 && counts.adult === 0);
  return alone ? '422 NEEDS_ADULT' : undefined;
}

type Basket = { holds: Hold[]; promotion: boolean };

const basketOf = (
  state: ShopState,
  { session, promotion }: { session: number; promotion: boolean },
): Basket => ({
  holds: state.holds.filter((hold) => hold.session === session),
  promotion,
});

const zoneOf = (seat: string): string =>
  rows.find(({ seats }) => (seats as readonly string[]).includes(seat))?.zone ?? '';

/** What the price list says, less the promotion: percents of the whole, halves up. */
export function totalOf(
  { holds, promotion }: Basket,
  { seat, adult, child, promotion: { percent } }: Terms,
): number {
  const whole = holds.reduce((sum, { seats, counts }) => {
    const seated = seats.reduce((inner, code) => inner + (seat[zoneOf(code)] ?? 0), 0);
    return sum + seated + counts.adult * adult + counts.child * child;
  }, 0);
  return promotion ? whole - Math.floor((whole * percent + 50) / 100) : whole;
}

export function explainQuote(
  state: ShopState,
  { command, quote }: Extract<Deed, { quote: unknown }>,
  known: Known,
): Verdicts {
  const basket = basketOf(state, command);
  const refused = refusalOf(state, basket, known);
  if (refused !== undefined) return unchanged(state, quote, refused);
  if (quote.status !== 200) return no('expected 200');
  return costs(state, { seen: quote.data.total, expected: totalOf(basket, known.terms) });
}

const costs = (state: ShopState, { seen, expected }: { seen: Amount; expected: number }): Verdicts =>
  seen.amount === expected ? { next: state } : no(`expected a total of ${expected}, not ${seen.amount}`);

export function explainOrder(
  state: ShopState,
  { command, placed, second }: Extract<Deed, { placed: unknown }>,
  known: Known,
): Verdicts {
  if (second && (second.bytes !== placed.bytes || second.status !== placed.status))
    return no('expected the same bytes for the same key');
  const basket = basketOf(state, command);
  const refused = refusalOf(state, basket, known);
  if (refused !== undefined) return unchanged(state, placed, refused);
  if (placed.status !== 201) return no('expected 201');
  return written(state, { basket, command, view: placed.data, known });
}

type Writing = { basket: Basket; command: Of<'order'>; view: OrderView; known: Known };

function written(state: ShopState, { basket, command, view, known }: Writing): Verdicts {
  const total = totalOf(basket, known.terms);
  const order = orderOf({ basket, command, view, known });
  const problem = orderProblem({ order, basket, view, total });
  if (problem !== undefined) return no(problem);
  const next = copyOf(state);
  next.holds = next.holds.filter(({ session }) => session !== command.session);
  next.orders[order.id] = order;
  return { next };
}

function orderOf({ basket, command: { session, promotion, otherSeats }, view, known }: Writing): Order {
  return {
    ...{ id: view.id, session, state: 'LOCKED', promotion, uses: promotion, otherSeats },
    ...{ total: view.total.amount, refunded: 0, attempts: [], asks: [] },
    lines: view.lines.map((line) => lineOf(line, known.names)),
    ends: basket.holds.map(({ kind, expiresAt, longest }) => ({ kind, expiresAt, longest })),
  };
}

function lineOf(
  { id, seatCode, ticketTypeId, quantity, amount }: OrderView['lines'][number],
  { types }: Names,
): Line {
  const type = ticketTypeId === types.adult ? 'adult' : ticketTypeId === types.child ? 'child' : null;
  return { id, seat: seatCode, type, quantity, amount: amount.amount, asked: 0, gone: 0 };
}

type Checking = { order: Order; basket: Basket; view: OrderView; total: number };

function orderProblem({ order, basket, view, total }: Checking): string | undefined {
  if (order.total !== total) return `expected a total of ${total}, not ${order.total}`;
  const ofLines = order.lines.reduce((sum, { amount }) => sum + amount, 0);
  if (ofLines !== total) return `expected the lines to make ${total}, not ${ofLines}`;
  if (view.status !== 'LOCKED' || view.refunded.amount !== 0) return 'expected a locked order';
  if (Date.parse(view.expiresAt ?? '') !== endOf(order))
    return 'expected the order to end with its first hold';
  return placesProblem(order, basket);
}

function placesProblem({ lines }: Order, { holds }: Basket): string | undefined {
  const seats = holds.flatMap((hold) => hold.seats).sort();
  const ordered = lines.flatMap(({ seat }) => seat ?? []).sort();
  if (seats.join() !== ordered.join()) return `expected the seats ${seats.join()}`;
  for (const type of ['adult', 'child'] as const) {
    const held = holds.reduce((sum, { counts }) => sum + counts[type], 0);
    const sold = lines.filter((line) => line.seat === null && line.type === type);
    if (sold.reduce((sum, { quantity }) => sum + quantity, 0) !== held) return `expected ${held} of ${type}`;
  }
  return undefined;
}

/** A hold of somebody else is as good as none. */
export const explainSteal = (state: ShopState, { refused }: Extract<Deed, { refused: unknown }>): Verdicts =>
  unchanged(state, refused, '409 HOLD_EXPIRED');

/** The same request answers the same bytes whatever has happened since; another one under its key is refused. */
export function explainAgain(
  state: ShopState,
  { command, first, repeated }: Extract<Deed, { repeated: unknown }>,
): Verdicts {
  if (command.changed) return unchanged(state, repeated, '409 IDEMPOTENCY_KEY_REUSED');
  const equal = repeated.status === first.status && repeated.bytes === first.bytes;
  return equal ? { next: state } : no('expected the bytes of the first answer');
}
