import { formatMoney } from './money-format.ts';

const nbsp = '\u00a0';

describe('money as people write it', () => {
  it('is formal Russian with the sign behind and no-break spaces', () => {
    expect(formatMoney({ amount: 125000, currency: 'RUB' }, 'ru')).toBe(`1${nbsp}250${nbsp}₽`);
    expect(formatMoney({ amount: 125050, currency: 'RUB' }, 'ru')).toBe(`1${nbsp}250,50${nbsp}₽`);
  });

  it('puts the sign in front in English and Chinese', () => {
    expect(formatMoney({ amount: 125000, currency: 'RUB' }, 'en')).toBe('₽1,250');
    expect(formatMoney({ amount: 1250, currency: 'EUR' }, 'en')).toBe('€12.50');
    expect(formatMoney({ amount: 125000, currency: 'RUB' }, 'zh')).toBe('₽1,250');
    expect(formatMoney({ amount: 9900, currency: 'CNY' }, 'zh')).toBe('¥99');
  });

  it('writes zero and refunds', () => {
    expect(formatMoney({ amount: 0, currency: 'EUR' }, 'en')).toBe('€0');
    expect(formatMoney({ amount: -1250, currency: 'EUR' }, 'en')).toBe('-€12.50');
  });
});
