import fc from 'fast-check';
import { vatModes, vatOf, vatTotal } from './vat.ts';

const amount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const mode = fc.constantFrom(...vatModes);
const rateBp = fc.integer({ min: 0, max: 3000 });
const line = fc.record({ amount, mode, rateBp });

describe('VAT of a line', () => {
  it('is taken out of an included price', () => {
    expect(vatOf({ amount: 122000, mode: 'included', rateBp: 2200 })).toEqual({
      net: 100000,
      vat: 22000,
      gross: 122000,
    });
  });

  it('comes on top of an excluded price', () => {
    expect(vatOf({ amount: 100000, mode: 'excluded', rateBp: 2200 })).toEqual({
      net: 100000,
      vat: 22000,
      gross: 122000,
    });
  });

  it('is nothing for a seller without VAT', () => {
    expect(vatOf({ amount: 999, mode: 'none', rateBp: 2200 })).toEqual({ net: 999, vat: 0, gross: 999 });
  });

  it('rounds halves up, and a refund mirrors its sale', () => {
    expect(vatOf({ amount: 50, mode: 'excluded', rateBp: 100 }).vat).toBe(1);
    expect(vatOf({ amount: 49, mode: 'excluded', rateBp: 100 }).vat).toBe(0);
    expect(vatOf({ amount: -50, mode: 'excluded', rateBp: 100 }).vat).toBe(-1);
  });

  it('always has net + vat = gross', () => {
    fc.assert(
      fc.property(line, (input) => {
        const { net, vat, gross } = vatOf(input);
        expect(net + vat).toBe(gross);
      }),
    );
  });

  it('is never further than half a unit from the exact tax', () => {
    fc.assert(
      fc.property(amount, rateBp, (price, rate) => {
        const { vat } = vatOf({ amount: price, mode: 'included', rateBp: rate });
        const off = BigInt(vat) * BigInt(10_000 + rate) - BigInt(price) * BigInt(rate);
        expect(2n * (off < 0n ? -off : off) <= BigInt(10_000 + rate)).toBe(true);
      }),
    );
  });

  it('sums line by line to the total of the document', () => {
    fc.assert(
      fc.property(fc.array(line), (inputs) => {
        const lines = inputs.map(vatOf);
        const total = vatTotal(lines);
        expect(total.vat).toBe(lines.reduce((vat, row) => vat + row.vat, 0));
        expect(total.net + total.vat).toBe(total.gross);
      }),
    );
  });
});
