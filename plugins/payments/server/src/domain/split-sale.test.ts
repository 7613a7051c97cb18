import fc from 'fast-check';
import { saleProblem } from '@gangway/kit';
import type { Sale } from '@gangway/kit';
import { splitSale } from './split-sale.ts';

const saleWith = (lines: { quantity: number; unitAmount: number }[]): Sale => ({
  number: 'NV-1',
  language: 'ru',
  total: {
    amount: lines.reduce((sum, { quantity, unitAmount }) => sum + quantity * unitAmount, 0),
    currency: 'RUB',
  },
  lines: lines.map(({ quantity, unitAmount }, index) => ({
    ...{ id: `l${index}`, name: 'Trip', kind: 'admission', subject: 'service', quantity, unitAmount },
    amount: quantity * unitAmount,
    vat: { mode: 'included', rateBp: 2200, amount: Math.round((quantity * unitAmount * 22) / 122) },
  })),
  buyer: { fullName: 'Anna', email: null, phone: null },
  seller: { id: 's', country: 'RU', currency: 'RUB', taxRegime: 'general', inn: null },
});

describe('a sale cut into parts', () => {
  it('keeps lines that lie in one part as they are', () => {
    const sale = saleWith([
      { quantity: 2, unitAmount: 100 },
      { quantity: 1, unitAmount: 50 },
    ]);
    const [one, other] = splitSale(sale, [200, 50]);
    expect([one?.lines, other?.lines]).toEqual([[sale.lines[0]], [sale.lines[1]]]);
  });

  it('adds up in every part and loses neither money nor VAT', () => {
    const line = fc.record({
      quantity: fc.integer({ min: 1, max: 5 }),
      unitAmount: fc.integer({ min: 1, max: 9_999 }),
    });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (lines, share) => {
          const sale = saleWith(lines);
          const first = Math.floor(sale.total.amount * share);
          const parts = splitSale(sale, [first, sale.total.amount - first]);
          for (const part of parts) expect(saleProblem(part)).toBeUndefined();
          const vat = (part: Sale) => part.lines.reduce((sum, { vat: tax }) => sum + tax.amount, 0);
          expect(parts.reduce((sum, part) => sum + vat(part), 0)).toBe(vat(sale));
        },
      ),
    );
  });
});
