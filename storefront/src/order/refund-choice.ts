import type { Money } from '@gangway/client/format';
import type { Order, OrderLine, RefundQuote } from '../api/shapes.ts';

/** A line that can be given back by itself, or the first of several that go together: a table that was sold whole. */
export interface Returnable {
  line: OrderLine;
  /** How many are left of it. */
  left: number;
  others: OrderLine[];
  /** Of all of them. */
  amount: Money;
}

export interface Chosen {
  lineId: string;
  quantity: number;
}

interface Known {
  order: Pick<Order, 'lines'>;
  quote: Pick<RefundQuote, 'lines'>;
}

export const returnable = ({ order, quote }: Known): Returnable[] =>
  quote.lines.flatMap(({ lineId, quantity, amount, goesWith, refundable }, at) => {
    const line = order.lines.find(({ id }) => id === lineId);
    const isNamed = quote.lines.slice(0, at).some((before) => goesWith.includes(before.lineId));
    if (!line || !refundable || line.kind === 'fee' || quantity === 0 || isNamed) return [];
    const others = order.lines.filter(({ id }) => goesWith.includes(id));
    return [{ line, left: quantity, others, amount: sumOf(amount as Money, { quote, lineIds: goesWith }) }];
  });

function sumOf(own: Money, { quote, lineIds }: Pick<Known, 'quote'> & { lineIds: readonly string[] }): Money {
  const others = quote.lines.filter(({ lineId }) => lineIds.includes(lineId));
  return { ...own, amount: others.reduce((sum, { amount }) => sum + amount.amount, own.amount) };
}

/** All lines that one choice stands for. */
export const linesOf = ({ line, others }: Pick<Returnable, 'line' | 'others'>): OrderLine[] => [
  line,
  ...others,
];

/**
 * What was chosen in a form: `line=<id>`, and `many-<id>=2` where a line is several tickets; with the first of a table
 * go its others. Nothing, should one of the numbers be none that can be given back: money is not moved by a guess.
 */
export function chosenIn(form: URLSearchParams | FormData, offered: readonly Returnable[]): Chosen[] {
  const ids = new Set(form.getAll('line').map(String));
  const chosen = offered
    .filter(({ line }) => ids.has(line.id))
    .flatMap(({ line: { id }, left, others }) => [
      { lineId: id, quantity: Number(form.get(`many-${id}`) ?? left), left },
      ...others.map((other) => ({ lineId: other.id, quantity: other.quantity, left: other.quantity })),
    ]);
  const isSound = chosen.every(
    ({ quantity, left }) => Number.isInteger(quantity) && quantity >= 1 && quantity <= left,
  );
  return isSound ? chosen.map(({ lineId, quantity }) => ({ lineId, quantity })) : [];
}

/**
 * Whether the choice is all that is left of the order. Where something stays that cannot be given back, as on a departure
 * past its term, lines have to be named: asked for everything, the API refuses.
 */
export function isAllOf({ order, quote }: Known, offered: readonly Returnable[], chosen: readonly Chosen[]) {
  const isGoing = ({ line, left }: Returnable) =>
    chosen.some(({ lineId, quantity }) => lineId === line.id && quantity === left);
  const stays = quote.lines.filter(({ quantity, refundable }) => quantity > 0 && !refundable);
  const isFee = (lineId: string) => order.lines.some(({ id, kind }) => id === lineId && kind === 'fee');
  return offered.length > 0 && offered.every(isGoing) && stays.every(({ lineId }) => isFee(lineId));
}

/** The choice as the address of the quote takes it. */
export const inAddress = (chosen: readonly Chosen[]): string =>
  chosen.map(({ lineId, quantity }) => `${lineId}:${quantity}`).join(',');

/** What a form asks for that was confirmed: `all`, or lines as in the address; undefined when it says neither. */
export function wishIn(text: string): { lines?: Chosen[] } | undefined {
  if (text === 'all') return {};
  const lines = text.split(',').map((line) => /^([^:]+):(\d{1,4})$/.exec(line));
  if (!lines.every((line) => line !== null)) return undefined;
  return { lines: lines.map(([, lineId = '', quantity]) => ({ lineId, quantity: Number(quantity) })) };
}

/** All that can be given back by itself. */
export const allOf = (offered: readonly Returnable[]): Chosen[] =>
  offered.flatMap(({ line, left, others }) => [
    { lineId: line.id, quantity: left },
    ...others.map(({ id, quantity }) => ({ lineId: id, quantity })),
  ]);

/** The choice as the form sends it, to be changed there. */
export function inForm(lines: readonly Returnable[], chosen: readonly Chosen[]): URLSearchParams {
  const fields = lines.flatMap(({ line: { id }, left }) => {
    const many = chosen.find(({ lineId }) => lineId === id)?.quantity ?? left;
    return left > 1
      ? [
          ['line', id],
          [`many-${id}`, String(many)],
        ]
      : [['line', id]];
  });
  return new URLSearchParams(fields);
}

/** One line that goes back; `comesAlong`: not because it was chosen, as free tickets with the last paid one. */
export interface Returning {
  line: OrderLine;
  quantity: number;
  comesAlong: boolean;
}

/** All that goes back with a choice, as the API counted it; fees are in its amount alone. */
export function returning(
  { lines }: Pick<Order, 'lines'>,
  { choice, chosen }: { choice: Pick<RefundQuote['choice'], 'lines'>; chosen: readonly Chosen[] },
): Returning[] {
  return choice.lines.flatMap(({ lineId, quantity }) => {
    const line = lines.find(({ id }) => id === lineId);
    if (!line || line.kind === 'fee') return [];
    const named = chosen.find((one) => one.lineId === lineId)?.quantity ?? 0;
    return [{ line, quantity, comesAlong: quantity > named }];
  });
}
