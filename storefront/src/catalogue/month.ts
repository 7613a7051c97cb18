import { laterDay } from '@gangway/client/format';
import type { Locale } from '@gangway/client/words';
import type { Day } from './days.ts';

/** `2026-11`. */
export type Month = string;

const tags: Record<Locale, string> = { ru: 'ru-RU', en: 'en-GB', zh: 'zh-CN' };
const utc = { timeZone: 'UTC' } as const;
/** A Monday. */
const anyMonday = '2024-01-01';

export const monthOf = (day: Day): Month => day.slice(0, 7);

export const laterMonth = (month: Month, count: number): Month => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + count)).toISOString().slice(0, 7);
};

/** Weeks of a month, Monday first; days of other months are empty places. */
export function weeksOf(month: Month): (Day | undefined)[][] {
  const first = `${month}-01`;
  const before = (weekday(first) + 6) % 7;
  const start = laterDay(first, -before);
  const shownWeeks = Math.ceil((before + daysIn(month)) / 7);
  const dayAt = (index: number) => {
    const day = laterDay(start, index);
    return monthOf(day) === month ? day : undefined;
  };
  return Array.from({ length: shownWeeks }, (_, week) =>
    Array.from({ length: 7 }, (_, place) => dayAt(week * 7 + place)),
  );
}

/** Names of the days of a week from Monday on. */
export function weekdayNames(locale: Locale): { short: string; long: string }[] {
  const name = (index: number, weekday: 'short' | 'long') =>
    new Intl.DateTimeFormat(tags[locale], { ...utc, weekday }).format(Date.parse(laterDay(anyMonday, index)));
  return Array.from({ length: 7 }, (_, index) => ({
    short: name(index, 'short'),
    long: name(index, 'long'),
  }));
}

/** `Ноябрь 2026`, `November 2026`, `2026年11月`. */
export function monthName(month: Month, locale: Locale): string {
  const parts = new Intl.DateTimeFormat(tags[locale], { ...utc, month: 'long', year: 'numeric' })
    .format(Date.parse(`${month}-01`))
    .replace(' г.', '');
  return parts.charAt(0).toLocaleUpperCase(locale) + parts.slice(1);
}

const weekday = (day: Day): number => new Date(`${day}T00:00Z`).getUTCDay();

const daysIn = (month: Month): number => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
};
