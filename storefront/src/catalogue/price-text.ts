import { formatMoney, type Money } from '@gangway/client/format';
import type { Locale, Translate } from '@gangway/client/words';
import type { EventItem } from './event-item.ts';

interface Priced {
  event: Pick<EventItem, 'priceFrom' | 'availability'>;
  locale: Locale;
  t: Translate;
}

/** `от 1 390 ₽`, `бесплатно`; nothing where there is nothing to pay for any more. */
export function priceText({ event: { priceFrom, availability }, locale, t }: Priced): string | undefined {
  if (!priceFrom || availability.status === 'cancelled') return undefined;
  return fromText({ price: priceFrom, locale, t });
}

/** The same for a day. */
export function fromText({ price, locale, t }: { price: Money; locale: Locale; t: Translate }): string {
  return price.amount === 0 ? t('price.free') : t('price.from', { price: formatMoney(price, locale) });
}

/** The currency of most of these days: on a narrow screen its sign is said once, under the calendar. */
export function usualCurrency(days: readonly { priceFrom: Money | null }[]): Money['currency'] | undefined {
  const currencies = days.flatMap(({ priceFrom }) => priceFrom?.currency ?? []);
  const blocks = [...Map.groupBy(currencies, (currency) => currency).values()];
  return blocks.sort((left, right) => right.length - left.length)[0]?.[0];
}
