import { hasVatRate, vatCountries, vatRate } from './vat-rate.ts';

describe('the dated VAT table', () => {
  it('changes the Russian standard rate from 20 to 22 % with the year 2026', () => {
    expect(vatRate({ country: 'RU', kind: 'standard', on: '2025-12-31' })).toBe(2000);
    expect(vatRate({ country: 'RU', kind: 'standard', on: '2026-01-01' })).toBe(2200);
  });

  it('reads a moment as the day it is in Moscow', () => {
    expect(vatRate({ country: 'RU', kind: 'standard', on: new Date('2025-12-31T20:59:59Z') })).toBe(2000);
    expect(vatRate({ country: 'RU', kind: 'standard', on: new Date('2025-12-31T21:00:00Z') })).toBe(2200);
  });

  it('knows the reduced, zero and simplified rates', () => {
    const rates = (['reduced', 'zero', 'simplified5', 'simplified7'] as const).map((kind) =>
      vatRate({ country: 'RU', kind, on: '2026-11-20' }),
    );
    expect(rates).toEqual([1000, 0, 500, 700]);
  });

  it('says what is missing instead of guessing', () => {
    expect(() => vatRate({ country: 'XX', kind: 'standard', on: '2026-01-01' })).toThrow(
      'no standard rate for XX',
    );
    expect(() => vatRate({ country: 'RU', kind: 'simplified5', on: '2024-12-31' })).toThrow('on 2024-12-31');
  });

  it('tells beforehand whether it knows a rate', () => {
    const ask = { country: 'RU', kind: 'simplified5' } as const;
    expect(hasVatRate({ ...ask, on: '2024-12-31' })).toBe(false);
    expect(hasVatRate({ ...ask, on: '2025-01-01' })).toBe(true);
    expect(hasVatRate({ country: 'CY', kind: 'reduced', on: '2026-11-20' })).toBe(false);
    expect(hasVatRate({ country: 'constructor', kind: 'standard', on: '2026-11-20' })).toBe(false);
  });

  it('has a standard rate for every country it names', () => {
    expect(vatCountries).toEqual(['RU', 'EE', 'CY']);
    for (const country of vatCountries) {
      expect(hasVatRate({ country, kind: 'standard', on: '2026-11-20' })).toBe(true);
    }
  });
});
