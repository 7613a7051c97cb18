import type { Order, OrderLine, RefundQuote } from '../api/shapes.ts';
import {
  allOf,
  chosenIn,
  inAddress,
  inForm,
  isAllOf,
  linesOf,
  returnable,
  returning,
  wishIn,
} from './refund-choice.ts';

const rub = (amount: number) => ({ amount, currency: 'RUB' as const });
const line = (id: string, position: number, more: Partial<OrderLine> = {}) =>
  ({ id, position, kind: 'admission', quantity: 1, forPosition: null, ...more }) as OrderLine;
const quoted = (lineId: string, quantity: number, amount: number, refundable = true) =>
  ({
    lineId,
    quantity,
    amount: rub(amount),
    refundable,
    goesWith: [] as string[],
  }) as RefundQuote['lines'][number];

const order = {
  lines: [
    line('adults', 1, { quantity: 3 }),
    line('fee', 2, { kind: 'fee', forPosition: 1, quantity: 3 }),
    line('guide', 3, { kind: 'product' }),
  ],
} as Pick<Order, 'lines'>;
const quote = {
  lines: [quoted('adults', 3, 300_00), quoted('fee', 3, 30_00, false), quoted('guide', 1, 50_00, false)],
};
const offered = returnable({ order, quote });

describe('what is given back', () => {
  it('is offered without fees and without what cannot be returned', () => {
    expect(offered.map(({ line: { id } }) => id)).toEqual(['adults']);
  });

  it.each([
    ['line=adults&many-adults=2', [{ lineId: 'adults', quantity: 2 }]],
    ['line=adults', [{ lineId: 'adults', quantity: 3 }]],
    ['line=guide&line=fee&line=nothing', []],
    ['', []],
  ])('is chosen by the form: %s', (form, chosen) => {
    expect(chosenIn(new URLSearchParams(form), offered)).toEqual(chosen);
  });

  it.each(['0', '-1', '1.5', '9', 'x', ''])('is asked for again when the number is none: "%s"', (many) => {
    expect(chosenIn(new URLSearchParams({ line: 'adults', 'many-adults': many }), offered)).toEqual([]);
  });

  it('is everything when all goes that is left, fees with their tickets', () => {
    const [whole, some] = [3, 2].map((quantity) => [{ lineId: 'adults', quantity }]);
    const sold = { lines: [quoted('adults', 3, 300_00), quoted('fee', 3, 30_00, false)] };
    expect(isAllOf({ order, quote: sold }, offered, whole ?? [])).toBe(true);
    expect(isAllOf({ order, quote: sold }, offered, some ?? [])).toBe(false);
  });

  it('is not everything while something stays that cannot be given back: the lines are named', () => {
    const whole = [{ lineId: 'adults', quantity: 3 }];
    expect(isAllOf({ order, quote }, offered, whole)).toBe(false);
    const gone = { lines: [quoted('adults', 3, 300_00), quoted('guide', 0, 0, false)] };
    expect(isAllOf({ order, quote: gone }, offered, whole)).toBe(true);
    expect(isAllOf({ order, quote: gone }, [], [])).toBe(false);
  });

  it('is written into the address of the quote', () => {
    const chosen = [
      { lineId: 'adults', quantity: 2 },
      { lineId: 'guide', quantity: 1 },
    ];
    expect(inAddress(chosen)).toBe('adults:2,guide:1');
  });

  it('that was confirmed is read as it was shown, and is nothing where it was not', () => {
    const chosen = [
      { lineId: 'adults', quantity: 2 },
      { lineId: 'guide', quantity: 1 },
    ];
    expect(wishIn(inAddress(chosen))).toEqual({ lines: chosen });
    expect(wishIn('all')).toEqual({});
    for (const text of ['', 'adults', 'adults:', 'adults:x', 'adults:2,', ':2', 'adults:-1', 'ALL'])
      expect([text, wishIn(text)]).toEqual([text, undefined]);
  });

  it('may be all that is offered', () => {
    expect(allOf(offered)).toEqual([{ lineId: 'adults', quantity: 3 }]);
  });

  it('is found again in the form where it is to be changed', () => {
    const chosen = [{ lineId: 'adults', quantity: 2 }];
    expect(chosenIn(inForm(offered, chosen), offered)).toEqual(chosen);
  });

  it('is shown with what comes along, and without fees', () => {
    const going = (lineId: string, quantity: number) => ({ lineId, quantity, amount: rub(0) });
    const choice = { lines: [going('adults', 2), going('guide', 1), going('fee', 2)] };
    const back = returning(order, { choice, chosen: [{ lineId: 'adults', quantity: 2 }] });
    expect(back.map(({ line: { id }, quantity, comesAlong }) => [id, quantity, comesAlong])).toEqual([
      ['adults', 2, false],
      ['guide', 1, true],
    ]);
    const [more] = returning(order, { choice, chosen: [{ lineId: 'adults', quantity: 1 }] });
    expect(more?.comesAlong).toBe(true);
  });
});

describe('a table that was sold whole', () => {
  const seats = ['T1', 'T2', 'T3'];
  const order = { lines: [...seats, '1A'].map((id, at) => line(id, at + 1)) };
  const withOthers = (id: string) => ({
    ...quoted(id, 1, 100_00),
    goesWith: seats.filter((other) => other !== id),
  });
  const quote = { lines: [...seats.map(withOthers), quoted('1A', 1, 70_00)] };
  const offered = returnable({ order, quote });

  it('is one choice, with all its places and what they cost', () => {
    expect(offered.map((one) => linesOf(one).map(({ id }) => id))).toEqual([seats, ['1A']]);
    expect(offered.map(({ amount }) => amount)).toEqual([rub(300_00), rub(70_00)]);
  });

  it('is chosen whole by its first place, and by none of the others', () => {
    const all = seats.map((lineId) => ({ lineId, quantity: 1 }));
    expect(chosenIn(new URLSearchParams('line=T1'), offered)).toEqual(all);
    expect(chosenIn(new URLSearchParams('line=T2&line=1A'), offered)).toEqual([
      { lineId: '1A', quantity: 1 },
    ]);
  });
});
