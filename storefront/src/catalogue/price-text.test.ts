import { describe, expect, it } from '@jest/globals';
import { translator } from '@gangway/client/words';
import type { EventItem } from './event-item.ts';
import { priceText, usualCurrency } from './price-text.ts';

const t = translator({
  locale: 'ru',
  words: { common: { price: { from: 'от {{price}}', free: 'бесплатно' } } },
});
const textOf = (
  priceFrom: EventItem['priceFrom'],
  status: EventItem['availability']['status'] = 'available',
) => priceText({ event: { priceFrom, availability: { left: 9, status } }, locale: 'ru', t });

describe('the price on a card', () => {
  it('is the least, in the currency of its seller', () => {
    expect(textOf({ amount: 139000, currency: 'RUB' })).toBe('от 1\u00a0390\u00a0₽');
    expect(textOf({ amount: 2550, currency: 'EUR' })).toBe('от 25,50\u00a0€');
  });

  it('says so where nothing is charged', () => {
    expect(textOf({ amount: 0, currency: 'RUB' })).toBe('бесплатно');
  });

  it('is not shown where there is none, or nothing to sell', () => {
    expect(textOf(null)).toBeUndefined();
    expect(textOf({ amount: 139000, currency: 'RUB' }, 'cancelled')).toBeUndefined();
  });
});

describe('the usual currency of a month', () => {
  it('is that of most days, whatever the first one has', () => {
    const day = (currency: 'EUR' | 'RUB') => ({ priceFrom: { amount: 3100, currency } });
    expect(usualCurrency([day('EUR'), { priceFrom: null }, day('RUB'), day('RUB')])).toBe('RUB');
    expect(usualCurrency([])).toBeUndefined();
  });
});
