import type { Line, Order } from './order.ts';

/** How many of each line are to be given back; nothing chosen is everything that is left. */
export type Choice = Record<string, number>;

/** `goesWith`: the other lines of a table that was sold whole. */
export type LineLeft = { line: Line; quantity: number; goesWith: string[] };

/** Lines of which something is left. Fees are not chosen: they go with what they were charged for. */
export function linesLeft({ lines, refundQuote }: Pick<Order, 'lines' | 'refundQuote'>): LineLeft[] {
  return lines.flatMap((line) => {
    const { quantity = 0, goesWith = [] } = refundQuote?.lines.find(({ lineId }) => lineId === line.id) ?? {};
    return quantity > 0 && line.kind !== 'fee' ? [{ line, quantity, goesWith }] : [];
  });
}

export const withLine = (
  choice: Choice,
  { lineId, quantity }: { lineId: string; quantity: number },
): Choice => {
  const { [lineId]: _before, ...rest } = choice;
  return quantity > 0 ? { ...rest, [lineId]: quantity } : rest;
};

/** The lines of a table, all of them or none. */
export const withTable = (
  choice: Choice,
  { lineIds, quantity }: { lineIds: string[]; quantity: number },
): Choice => lineIds.reduce((made, lineId) => withLine(made, { lineId, quantity }), choice);

/** The chosen lines as the API takes them. */
export const askedLines = (choice: Choice): { lineId: string; quantity: number }[] =>
  Object.entries(choice).map(([lineId, quantity]) => ({ lineId, quantity }));
