import type { Locale } from './locale.ts';
import type { Money } from './money.ts';

const tags = { ru: 'ru-RU', en: 'en-US', zh: 'zh-CN' } as const satisfies Record<Locale, string>;

/** As people write it: `1 250 ₽` in Russian (no-break spaces), `₽1,250` in English and Chinese, `€12.50`. */
export function formatMoney({ amount, currency }: Money, locale: Locale): string {
  return formatter(locale, currency).format(amount / 100);
}

function formatter(locale: Locale, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const known = formatters.get(key) ?? newFormatter(locale, currency);
  formatters.set(key, known);
  return known;
}

function newFormatter(locale: Locale, currency: string): Intl.NumberFormat {
  return new Intl.NumberFormat(tags[locale], {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  });
}

// Making a formatter costs 50 µs, using one less than one: lists of prices need the cache.
const formatters = new Map<string, Intl.NumberFormat>();
