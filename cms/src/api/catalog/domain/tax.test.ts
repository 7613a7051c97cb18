import { locales, type Money } from '@gangway/kit';
import type { FeeRow, SellerRow } from './catalogue-rows.ts';
import { type Fee, taxOf, vatNote, withFees, withTax } from './tax.ts';

const seller = { country: 'RU' } as SellerRow;
const rub = (amount: number): Money => ({ amount, currency: 'RUB' });
const none = { mode: 'none', rateBp: 0 } as const;
const fee = (row: Partial<FeeRow>, tax: Fee['tax'] = none): Fee => ({ row: row as FeeRow, tax });

describe('the tax on a departure', () => {
  it('follows the day of the service', () => {
    const ask = { seller, mode: 'included', kind: 'standard' } as const;
    expect(taxOf({ ...ask, on: '2025-12-31' }).rateBp).toBe(2000);
    expect(taxOf({ ...ask, on: '2026-01-01' }).rateBp).toBe(2200);
    expect(taxOf({ ...ask, mode: 'none', on: '1990-01-01' })).toEqual(none);
  });

  it('is added where the price list leaves it out', () => {
    expect(withTax(rub(100000), { mode: 'excluded', rateBp: 2200 })).toEqual(rub(122000));
    expect(withTax(rub(100000), { mode: 'included', rateBp: 2200 })).toEqual(rub(100000));
  });

  it('is said in three languages', () => {
    expect(vatNote({ mode: 'included', rateBp: 2200 }, 'ru')).toBe('В цену включён НДС 22\u00a0%.');
    expect(vatNote({ mode: 'included', rateBp: 550 }, 'ru')).toContain('5,5');
    expect(vatNote({ mode: 'excluded', rateBp: 550 }, 'en')).toContain('5.5%');
    expect(vatNote(none, 'zh')).toBe('不含增值税。');
    expect(locales.map((locale) => vatNote({ mode: 'included', rateBp: 0 }, locale))).toHaveLength(3);
  });
});

describe('fees', () => {
  it('stand on top of the price, each with its own tax', () => {
    expect(withFees(rub(100000), [])).toEqual(rub(100000));
    const fees = [
      fee({ kind: 'percent', percent: 2.5 }),
      fee({ kind: 'amount', amount: 10000 }, { mode: 'excluded', rateBp: 2200 }),
    ];
    expect(withFees(rub(100000), fees)).toEqual(rub(100000 + 2500 + 12200));
    expect(withFees(rub(0), fees)).toEqual(rub(0));
  });
});
