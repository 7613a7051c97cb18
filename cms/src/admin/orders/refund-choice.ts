import type { Line, Order } from './order.ts';

/** How many of each line are to be given back; nothing chosen is everything that is left. */
export type Choice = Record<string, number>;

export type LineLeft = { line: Line; quantity: number };

/** Lines of which something is left. Fees are not chosen: they go with what they were charged for. */
export function linesLeft({ lines, refundQuote }: Pick<Order, 'lines' | 'refundQuote'>): LineLeft[] {
  return lines.flatMap((line) => {
    const quantity = refundQuote?.lines.find(({ lineId }) => lineId === line.id)?.quantity ?? 0;
    return quantity > 0 && line.kind !== 'fee' ? [{ line, quantity }] : [];
  });
}

export const withLine = (
  choice: Choice,
  { lineId, quantity }: { lineId: string; quantity: number },
): Choice => {
  const { [lineId]: _before, ...rest } = choice;
  return quantity > 0 ? { ...rest, [lineId]: quantity } : rest;
};

/** The chosen lines as the API takes them. */
export const askedLines = (choice: Choice): { lineId: string; quantity: number }[] =>
  Object.entries(choice).map(([lineId, quantity]) => ({ lineId, quantity }));
