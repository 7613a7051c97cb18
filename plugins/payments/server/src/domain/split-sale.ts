import type { Sale, SaleLine } from '@gangway/kit';

/** Cuts a sale into sales of these amounts, line by line; a line on the border becomes a line in each. */
export function splitSale(sale: Sale, amounts: readonly number[]): Sale[] {
  const rest = [...sale.lines];
  return amounts.map((amount) => ({
    ...sale,
    total: { ...sale.total, amount },
    lines: takeLines(rest, amount),
  }));
}

function takeLines(rest: SaleLine[], amount: number): SaleLine[] {
  const taken: SaleLine[] = [];
  let open = amount;
  while (open > 0) {
    const line = rest.shift();
    if (!line) break;
    const part = Math.min(line.amount, open);
    taken.push(part === line.amount ? line : shareOf(line, part));
    if (part < line.amount) rest.unshift(remainderOf(line, part));
    open -= part;
  }
  return taken;
}

const shareOf = (line: SaleLine, amount: number): SaleLine => ({
  ...line,
  quantity: 1,
  unitAmount: amount,
  amount,
  vat: { ...line.vat, amount: vatShare(line, amount) },
});

const remainderOf = (line: SaleLine, taken: number): SaleLine => ({
  ...shareOf(line, line.amount - taken),
  vat: { ...line.vat, amount: line.vat.amount - vatShare(line, taken) },
});

const vatShare = ({ vat, amount }: SaleLine, part: number) => Math.round((vat.amount * part) / amount);
