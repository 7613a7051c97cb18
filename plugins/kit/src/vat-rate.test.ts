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

describe('the table', () => {
  it.each([
    ['RU', 'standard', 2000, '2019-01-01'],
    ['RU', 'standard', 2200, '2026-01-01'],
    ['RU', 'reduced', 1000, '2019-01-01'],
    ['RU', 'zero', 0, '2019-01-01'],
    ['RU', 'simplified5', 500, '2025-01-01'],
    ['RU', 'simplified7', 700, '2025-01-01'],
    ['EE', 'standard', 2200, '2024-01-01'],
    ['EE', 'standard', 2400, '2025-07-01'],
    ['EE', 'zero', 0, '2024-01-01'],
    ['CY', 'standard', 1900, '2014-01-13'],
    ['CY', 'zero', 0, '2014-01-13'],
  ] as const)('%s %s is %i from %s on and not the day before', (country, kind, rate, on) => {
    const before = new Date(Date.parse(on) - 86_400_000).toISOString().slice(0, 10);
    expect(vatRate({ country, kind, on })).toBe(rate);
    const earlier = hasVatRate({ country, kind, on: before })
      ? vatRate({ country, kind, on: before })
      : undefined;
    expect(earlier).not.toBe(rate);
  });

  it('reads a moment as the day it is in the capital of the country', () => {
    const moscow = new Date('2025-12-31T21:00:00Z');
    expect(vatRate({ country: 'RU', kind: 'standard', on: moscow })).toBe(2200);
    expect(vatRate({ country: 'RU', kind: 'standard', on: new Date(moscow.getTime() - 1) })).toBe(2000);
    const tallinn = new Date('2025-06-30T21:00:00Z');
    expect(vatRate({ country: 'EE', kind: 'standard', on: tallinn })).toBe(2400);
    expect(vatRate({ country: 'EE', kind: 'standard', on: new Date(tallinn.getTime() - 1) })).toBe(2200);
    const nicosia = new Date('2014-01-12T22:00:00Z');
    expect(hasVatRate({ country: 'CY', kind: 'standard', on: nicosia })).toBe(true);
    expect(hasVatRate({ country: 'CY', kind: 'standard', on: new Date(nicosia.getTime() - 1) })).toBe(false);
  });
});
