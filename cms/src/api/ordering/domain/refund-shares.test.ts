import fc from 'fast-check';
import { type AskedLine, refundShares, type RefundShare, type SoldLine } from './refund-shares.ts';

const line = (changes: Partial<SoldLine> = {}): SoldLine => ({
  ...{ id: 'seats', kind: 'admission', forLine: null, quantity: 3, amount: 100, vatAmount: 20 },
  ...changes,
});

type Question = { lines: SoldLine[]; taken?: RefundShare[]; asked?: AskedLine[] | undefined };

const shares = ({ lines, taken = [], asked }: Question) =>
  refundShares({ lines, taken, asked, currency: 'RUB' }) as RefundShare[];

describe('the shares of a refund', () => {
  it('are all that is left when no line is named', () => {
    const lines = [line(), line({ id: 'guide', kind: 'product', quantity: 1, amount: 50, vatAmount: 0 })];
    const taken = shares({ lines, asked: [{ lineId: 'seats', quantity: 1 }] });
    expect(taken).toEqual([{ lineId: 'seats', quantity: 1, amount: 34, vatAmount: 7 }]);
    expect(shares({ lines, taken })).toEqual([
      { lineId: 'seats', quantity: 2, amount: 66, vatAmount: 13 },
      { lineId: 'guide', quantity: 1, amount: 50, vatAmount: 0 },
    ]);
  });

  it('bring the fee that was charged per ticket, ticket by ticket', () => {
    const fee = line({ id: 'fee', kind: 'fee', forLine: 'seats', amount: 30, vatAmount: 0 });
    expect(shares({ lines: [line(), fee], asked: [{ lineId: 'seats', quantity: 2 }] })).toMatchObject([
      { lineId: 'seats', quantity: 2 },
      { lineId: 'fee', quantity: 2, amount: 20 },
    ]);
  });

  it('bring a fee for the whole line with its last ticket', () => {
    const fee = line({ id: 'fee', kind: 'fee', forLine: 'seats', quantity: 1, amount: 30, vatAmount: 0 });
    const lines = [line(), fee];
    const taken = shares({ lines, asked: [{ lineId: 'seats', quantity: 2 }] });
    expect(taken).toHaveLength(1);
    expect(shares({ lines, taken, asked: [{ lineId: 'seats', quantity: 1 }] })).toMatchObject([
      { lineId: 'seats', quantity: 1 },
      { lineId: 'fee', quantity: 1, amount: 30 },
    ]);
  });

  it('count a line that is named twice together', () => {
    const asked = [
      { lineId: 'seats', quantity: 2 },
      { lineId: 'seats', quantity: 2 },
    ];
    expect(shares({ lines: [line()], asked })).toEqual({ lineId: 'seats', problem: 'MORE_THAN_LEFT' });
    expect(shares({ lines: [line()], asked: [{ lineId: 'seats' }, { lineId: 'seats' }] })).toEqual({
      lineId: 'seats',
      problem: 'MORE_THAN_LEFT',
    });
  });

  it('refuse lines of other orders', () => {
    expect(shares({ lines: [line()], asked: [{ lineId: 'other' }] })).toEqual({
      lineId: 'other',
      problem: 'UNKNOWN_LINE',
    });
  });

  it('bring what was free with the last ticket that was paid for, each line once', () => {
    const free = line({ id: 'free', amount: 0, vatAmount: 0 });
    const lines = [line({ quantity: 1 }), free];
    const all = [
      { lineId: 'seats', quantity: 1, amount: 100, vatAmount: 20 },
      { lineId: 'free', quantity: 3, amount: 0, vatAmount: 0 },
    ];
    for (const named of [[], [{ lineId: 'free', quantity: 1 }], [{ lineId: 'free' }]])
      expect(shares({ lines, asked: [{ lineId: 'seats', quantity: 1 }, ...named] })).toEqual(all);
    expect(shares({ lines })).toEqual(all);
  });

  it('leave what was free while any ticket that was paid for stays, and not for goods that stay', () => {
    const free = line({ id: 'free', amount: 0, vatAmount: 0 });
    const other = line({ id: 'other', quantity: 1, amount: 50 });
    const guide = line({ id: 'guide', kind: 'product', quantity: 1, amount: 50 });
    const asked = [{ lineId: 'seats' }];
    expect(shares({ lines: [other, line(), free], asked })).toMatchObject([{ lineId: 'seats' }]);
    expect(shares({ lines: [line(), guide, free], asked })).toMatchObject([
      ...[{ lineId: 'seats' }, { lineId: 'free', quantity: 3 }],
    ]);
  });

  it('are one free ticket of those that are left when the paid ones have gone before', () => {
    const lines = [line(), line({ id: 'free', amount: 0, vatAmount: 0 })];
    const taken = [{ lineId: 'seats', quantity: 3, amount: 100, vatAmount: 20 }];
    expect(shares({ lines, taken, asked: [{ lineId: 'free', quantity: 1 }] })).toMatchObject([
      ...[{ lineId: 'free', quantity: 1 }],
    ]);
  });

  it('bring the fees on the tickets that go, and none of those that stay', () => {
    const other = line({ id: 'other', quantity: 2 });
    const fee = line({ id: 'fee', kind: 'fee', forLine: 'seats', amount: 30, vatAmount: 0 });
    const going = (...asked: AskedLine[]) =>
      shares({ lines: [other, line(), fee], asked }).map(({ lineId, quantity }) => [lineId, quantity]);
    expect(going({ lineId: 'other', quantity: 1 }, { lineId: 'seats', quantity: 2 })).toEqual([
      ...[
        ['other', 1],
        ['seats', 2],
        ['fee', 2],
      ],
    ]);
    expect(going({ lineId: 'other', quantity: 1 })).toEqual([['other', 1]]);
  });

  it('are only what was asked for where nothing was paid', () => {
    const lines = [line({ id: 'free', quantity: 12, amount: 0, vatAmount: 0 })];
    const asked = [{ lineId: 'free', quantity: 1 }];
    expect(shares({ lines, asked })).toEqual([{ lineId: 'free', quantity: 1, amount: 0, vatAmount: 0 }]);
  });

  it('leave the paid tickets when a free one goes', () => {
    const lines = [line(), line({ id: 'free', amount: 0, vatAmount: 0 })];
    expect(shares({ lines, asked: [{ lineId: 'free', quantity: 1 }] })).toMatchObject([{ lineId: 'free' }]);
  });

  it('are all of the rest for the last ones, though a refund before them failed', () => {
    const lines = [line({ amount: 10_000 })];
    const one = [{ lineId: 'seats', quantity: 1 }];
    const first = shares({ lines, asked: one });
    const second = shares({ lines, taken: first, asked: one });
    expect([first, second]).toMatchObject([[{ amount: 3334 }], [{ amount: 3333 }]]);
    expect(shares({ lines, taken: second })).toMatchObject([{ quantity: 2, amount: 6667 }]);
  });

  it('come to exactly what was paid, whichever of them fail', () => {
    const order = fc.record({ quantity: fc.integer({ min: 1, max: 12 }), amount: fc.nat(1000) });
    const steps = fc.array(
      fc.record({ cut: fc.integer({ min: 1, max: 4 }), failing: fc.option(fc.nat(11)) }),
    );
    fc.assert(
      fc.property(order, steps, ({ quantity, amount }, cuts) => {
        const lines = [line({ quantity, amount, vatAmount: Math.floor(amount / 6) })];
        let taken: RefundShare[] = [];
        for (const { cut, failing } of cuts) {
          const found = shares({ lines, taken, asked: [{ lineId: 'seats', quantity: cut }] });
          if (Array.isArray(found)) taken.push(...found);
          taken = taken.filter((_share, at) => at !== failing);
          expect(Math.min(...taken.map((share) => share.amount), 0)).toBe(0);
        }
        taken.push(...shares({ lines, taken }));
        const total = (key: 'amount' | 'vatAmount') => taken.reduce((sum, share) => sum + share[key], 0);
        expect([total('amount'), total('vatAmount')]).toEqual([amount, Math.floor(amount / 6)]);
      }),
    );
  });

  it('are never more than what was paid, however it is cut', () => {
    const order = fc.record({
      quantity: fc.integer({ min: 1, max: 12 }),
      amount: fc.integer({ min: 0, max: 1_000_000 }),
      cuts: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 12 }),
    });
    fc.assert(
      fc.property(order, ({ quantity, amount, cuts }) => {
        const lines = [
          line({ quantity, amount, vatAmount: Math.floor(amount / 6) }),
          line({ id: 'fee', kind: 'fee', forLine: 'seats', quantity, amount: quantity * 7, vatAmount: 0 }),
        ];
        const taken: RefundShare[] = [];
        for (const cut of cuts) {
          const found = shares({ lines, taken, asked: [{ lineId: 'seats', quantity: cut }] });
          if (Array.isArray(found)) taken.push(...found);
        }
        taken.push(...shares({ lines, taken }));
        const total = (key: 'amount' | 'vatAmount') => taken.reduce((sum, share) => sum + share[key], 0);
        expect(total('amount')).toBe(amount + quantity * 7);
        expect(total('vatAmount')).toBe(Math.floor(amount / 6));
      }),
    );
  });
});
