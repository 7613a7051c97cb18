import type { Money } from '@gangway/client/format';
import type { Order, OrderLine, RefundQuote } from '../api/shapes.ts';

/** A line that can be given back by itself. */
export interface Returnable {
  line: OrderLine;
  /** How many are left of it. */
  left: number;
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
  quote.lines.flatMap(({ lineId, quantity, amount, refundable }) => {
    const line = order.lines.find(({ id }) => id === lineId);
    return line && refundable && line.kind !== 'fee' && quantity > 0
      ? [{ line, left: quantity, amount: amount as Money }]
      : [];
  });

/**
 * What was chosen in a form: `line=<id>`, and `many-<id>=2` where a line is several tickets. Nothing, should one of the
 * numbers be none that can be given back: money is not moved by a guess.
 */
export function chosenIn(form: URLSearchParams | FormData, offered: readonly Returnable[]): Chosen[] {
  const ids = new Set(form.getAll('line').map(String));
  const chosen = offered
    .filter(({ line }) => ids.has(line.id))
    .map(({ line: { id }, left }) => ({
      lineId: id,
      quantity: Number(form.get(`many-${id}`) ?? left),
      left,
    }));
  const isSound = chosen.every(
    ({ quantity, left }) => Number.isInteger(quantity) && quantity >= 1 && quantity <= left,
  );
  return isSound ? chosen.map(({ lineId, quantity }) => ({ lineId, quantity })) : [];
}

/** What comes back for a choice, fees of the tickets with it: to the kopeck what the API will give. */
export function amountOf({ order, quote }: Known, chosen: readonly Chosen[]): Money {
  const amounts = chosen.map(({ lineId, quantity }) => {
    const own = quote.lines.find((line) => line.lineId === lineId);
    return own
      ? shareOf(own, quantity) + feesOf({ order, quote }, { lineId, quantity, left: own.quantity })
      : 0;
  });
  const currency = (quote.lines[0]?.amount.currency ?? 'RUB') as Money['currency'];
  return { amount: amounts.reduce((sum, amount) => sum + amount, 0), currency };
}

type QuotedLine = RefundQuote['lines'][number];

/** What does not divide goes back with the first units, as the API counts it. */
const shareOf = ({ amount, quantity: left }: Pick<QuotedLine, 'amount' | 'quantity'>, quantity: number) =>
  Math.floor(amount.amount / left) * quantity + Math.min(quantity, amount.amount % left);

function feesOf({ order, quote }: Known, { lineId, quantity, left }: Chosen & { left: number }): number {
  const position = order.lines.find(({ id }) => id === lineId)?.position;
  const fees = order.lines.filter(({ kind, forPosition }) => kind === 'fee' && forPosition === position);
  const amounts = fees.flatMap(({ id }) => quote.lines.find((line) => line.lineId === id) ?? []);
  return amounts.reduce((sum, fee) => sum + shareOf({ ...fee, quantity: left }, quantity), 0);
}
