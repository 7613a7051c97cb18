import fc from 'fast-check';
import { add, allocate, money, moneySchema, multiply, percentOf, subtract, sum } from './money.ts';

const rub = (amount: number) => money(amount, 'RUB');
const amounts = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const weights = fc.array(fc.nat({ max: 1_000_000_000 }), { minLength: 1, maxLength: 40 });

describe('money', () => {
  it('adds, subtracts and multiplies whole minor units', () => {
    expect(add(rub(125000), rub(50))).toEqual(rub(125050));
    expect(subtract(rub(100), rub(250))).toEqual(rub(-150));
    expect(multiply(rub(125000), 3)).toEqual(rub(375000));
  });

  it('sums a list, and an empty one to zero of its currency', () => {
    expect(sum([rub(1), rub(2), rub(3)], 'RUB')).toEqual(rub(6));
    expect(sum([], 'EUR')).toEqual(money(0, 'EUR'));
  });

  it('refuses to count two currencies together', () => {
    expect(() => add(rub(1), money(1, 'EUR'))).toThrow('RUB and EUR cannot be counted together.');
    expect(() => sum([rub(1), money(1, 'EUR')], 'RUB')).toThrow('cannot be counted together');
  });

  it('refuses fractions of a minor unit and of a quantity', () => {
    expect(() => rub(10.5)).toThrow('whole minor units');
    expect(() => multiply(rub(10), 1.5)).toThrow('whole number');
    expect(moneySchema.safeParse({ amount: 10.5, currency: 'RUB' }).success).toBe(false);
    expect(moneySchema.safeParse({ amount: 10, currency: 'GBP' }).success).toBe(false);
    expect(moneySchema.parse({ amount: 10, currency: 'RUB' })).toEqual(rub(10));
  });

  it('takes a percentage with halves up, the refund mirroring the sale', () => {
    expect(percentOf(rub(150), 100)).toEqual(rub(2));
    expect(percentOf(rub(149), 100)).toEqual(rub(1));
    expect(percentOf(rub(-150), 100)).toEqual(rub(-2));
    expect(percentOf(rub(-10), 100)).toEqual(rub(0));
  });

  it('is exact where floating point is not', () => {
    expect(percentOf(rub(9_007_199_254_740_991), 10_000)).toEqual(rub(9_007_199_254_740_991));
  });
});

describe('allocation', () => {
  it('gives left-over units to the largest remainders, earlier parts first', () => {
    expect(allocate(rub(100), [1, 1, 1])).toEqual([rub(34), rub(33), rub(33)]);
    expect(allocate(rub(10), [6, 3, 1, 7])).toEqual([rub(3), rub(2), rub(1), rub(4)]);
    expect(allocate(rub(-100), [1, 1, 1])).toEqual([rub(-34), rub(-33), rub(-33)]);
  });

  it('splits evenly when every weight is zero', () => {
    expect(allocate(rub(5), [0, 0])).toEqual([rub(3), rub(2)]);
  });

  it('refuses no parts, negative and fractional weights', () => {
    expect(() => allocate(rub(1), [])).toThrow('at least one part');
    expect(() => allocate(rub(1), [1, -1])).toThrow('not -1');
    expect(() => allocate(rub(1), [0.5])).toThrow('not 0.5');
  });

  it('loses nothing, whatever the amount and the weights', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, parts) => {
        expect(sum(allocate(rub(amount), parts), 'RUB')).toEqual(rub(amount));
      }),
    );
  });

  it('keeps every part within one unit of its exact share', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, parts) => {
        const whole = parts.reduce((left, right) => left + BigInt(right), 0n);
        fc.pre(whole > 0n);
        for (const [index, part] of allocate(rub(amount), parts).entries()) {
          const off = BigInt(part.amount) * whole - BigInt(amount) * BigInt(parts[index] ?? 0);
          expect(off < whole && off > -whole).toBe(true);
        }
      }),
    );
  });

  it('gives nothing to a part of no weight', () => {
    fc.assert(
      fc.property(amounts, weights, fc.integer({ min: 1, max: 9 }), (amount, parts, heavy) => {
        expect(allocate(rub(amount), [...parts, heavy, 0]).at(-1)).toEqual(rub(0));
      }),
    );
  });
});
