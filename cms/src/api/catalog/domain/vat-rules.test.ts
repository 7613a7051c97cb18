import { knownCountries, vatKindProblems } from './vat-rules.ts';

const now = new Date('2026-11-20T12:00:00Z');
const taxed = { vatMode: 'included', vatKind: 'reduced' } as const;

describe('the VAT rate of something that is sold', () => {
  it('is one that the seller’s country has', () => {
    const [problem] = vatKindProblems({ ...taxed, seller: { country: 'CY' } }, now);
    expect(problem).toMatchObject({ code: 'VAT_RATE_UNKNOWN', path: ['vatKind'] });
    expect(problem?.message.ru).toContain('Кипр');
    expect(vatKindProblems({ ...taxed, seller: { country: 'RU' } }, now)).toEqual([]);
  });

  it('does not matter where no VAT is counted, and waits for a seller', () => {
    expect(vatKindProblems({ ...taxed, vatMode: 'none', seller: { country: 'CY' } }, now)).toEqual([]);
    expect(vatKindProblems({ ...taxed, seller: null }, now)).toEqual([]);
  });

  it('is known for countries that people can read', () => {
    expect(knownCountries()).toEqual({
      ru: 'Россия, Эстония, Кипр',
      en: 'Russia, Estonia, Cyprus',
      zh: '俄罗斯、爱沙尼亚、塞浦路斯',
    });
  });
});
