import { formatMoney, type Money } from '@gangway/kit/browser';
import type { Locale } from '../../words/index.ts';
import type { Place, Plan } from './layout.ts';
import type { Look } from './words.ts';

/** Words of the namespace `seats`. */
export type Say = (key: string, values?: Record<string, unknown>) => string;

/** `Ряд 5, место A`; `Стол T1 целиком, 6 мест`. */
export function placeName({ kind, row, table, seats }: Place, say: Say): string {
  if (kind === 'table') return say('place.table', { table, count: seats.length });
  const seat = seats[0]?.number ?? '';
  return row === undefined ? say('place.chair', { table, seat }) : say('place.seat', { row, seat });
}

interface Saying {
  plan: Plan;
  say: Say;
  locale: Locale;
}

/** All that a picture tells, in the order in which one wants to hear it: which, what state, how much, where. */
export function spokenName(
  place: Place,
  { plan, say, locale, look, price }: Saying & { look: Look; price: Money | undefined },
): string {
  const zone = plan.zones.get(place.zone)?.name ?? '';
  const parts = [
    placeName(place, say),
    say(`legend.${look}`),
    price && look !== 'sold' ? formatMoney(price, locale) : '',
    zone,
    place.accessible ? say('place.accessible') : '',
  ];
  return parts.filter(Boolean).join(locale === 'zh' ? '，' : ', ');
}

/** Seats by name; seats of a table that is sold whole are one name. */
export function namesOf(seats: readonly string[], { plan, say, locale }: Saying): string {
  const places = new Set(seats.flatMap((code) => plan.bySeat.get(code) ?? []));
  return [...places].map((place) => placeName(place, say)).join(locale === 'zh' ? '、' : '; ');
}
