import { laterDay, zonedDay } from '@gangway/kit/browser';
import type { Locale } from '../words/index.ts';

const tags: Record<Locale, string> = { ru: 'ru-RU', en: 'en-GB', zh: 'zh-CN' };

/** A moment as the API gives it and the IANA zone whose clocks people there look at. */
export interface Shown {
  at: string;
  zone: string;
  locale: Locale;
}

const format = ({ at, zone, locale }: Shown, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(tags[locale], { timeZone: zone, ...options }).format(Date.parse(at));

/** `14:30` on the clocks of the zone. */
export const timeOf = (shown: Shown): string =>
  format(shown, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** `сб, 22 ноября`, with the year where it is not the one of `now`. */
export function dayOf(shown: Shown & { now: string }): string {
  const sameYear = zonedDay(Date.parse(shown.at), shown.zone).slice(0, 4) === shown.now.slice(0, 4);
  const year = sameYear ? undefined : 'numeric';
  return format(shown, { weekday: 'short', day: 'numeric', month: 'long', year });
}

/** `суббота, 22 ноября 2026 г.` */
export const longDayOf = (shown: Shown): string =>
  format(shown, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** Which of today and tomorrow the moment is on, by the clocks of its zone. */
export function nearDay({
  at,
  zone,
  now,
}: {
  at: string;
  zone: string;
  now: string;
}): 'today' | 'tomorrow' | undefined {
  const today = zonedDay(Date.parse(now), zone);
  const day = zonedDay(Date.parse(at), zone);
  if (day === today) return 'today';
  return day === laterDay(today, 1) ? 'tomorrow' : undefined;
}

/** `1 ч 10 мин`. */
export function durationOf({ minutes, locale }: { minutes: number; locale: Locale }): string {
  const part = (value: number, unit: 'hour' | 'minute') =>
    new Intl.NumberFormat(tags[locale], { style: 'unit', unit, unitDisplay: 'short' }).format(value);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [hours > 0 ? part(hours, 'hour') : '', rest > 0 || hours === 0 ? part(rest, 'minute') : ''];
  return parts.filter(Boolean).join(locale === 'zh' ? '' : ' ');
}
