import type { Line } from './order.ts';
import { askedLines, linesLeft, withLine, withTable } from './refund-choice.ts';

const rub = (amount: number) => ({ amount, currency: 'RUB' });
const line = (id: string, kind: string) => ({ id, kind }) as Line;
const quoted = (lineId: string, quantity: number, goesWith: string[] = []) => ({
  ...{ lineId, quantity, amount: rub(quantity * 100), goesWith },
});

describe('what is chosen for a refund', () => {
  it('is of what is left; fees go with what they were charged for', () => {
    const lines = [line('a', 'admission'), line('b', 'admission'), line('f', 'fee')];
    const refundQuote = { lines: [quoted('a', 2), quoted('b', 0), quoted('f', 2)] };
    expect(linesLeft({ lines, refundQuote })).toEqual([{ line: lines[0], quantity: 2, goesWith: [] }]);
    expect(linesLeft({ lines, refundQuote: null })).toEqual([]);
  });

  it('is all of a table that was sold whole, or nothing of it', () => {
    const lines = [line('t1', 'admission'), line('t2', 'admission')];
    const refundQuote = { lines: [quoted('t1', 1, ['t2']), quoted('t2', 1, ['t1'])] };
    expect(linesLeft({ lines, refundQuote }).map(({ goesWith }) => goesWith)).toEqual([['t2'], ['t1']]);
    const lineIds = ['t2', 't1'];
    const chosen = withTable({ a: 1 }, { lineIds, quantity: 1 });
    expect(chosen).toEqual({ a: 1, t1: 1, t2: 1 });
    expect(withTable(chosen, { lineIds, quantity: 0 })).toEqual({ a: 1 });
  });

  it('is asked for line by line', () => {
    const choice = withLine(withLine({}, { lineId: 'a', quantity: 2 }), { lineId: 'b', quantity: 1 });
    expect(askedLines(choice)).toEqual([
      { lineId: 'a', quantity: 2 },
      { lineId: 'b', quantity: 1 },
    ]);
    expect(askedLines(withLine(choice, { lineId: 'a', quantity: 0 }))).toEqual([
      { lineId: 'b', quantity: 1 },
    ]);
  });
});
