import { dayOf, longDayOf, nearDay, zonedDay } from '@gangway/client/format';
import type { Locale, Translate } from '@gangway/client/words';
import type { EventItem } from './event-item.ts';

/** By whose clocks the front page says "today"; each departure keeps the zone of its own. */
export const homeZone = 'Europe/Moscow';

/** `2026-11-20`. */
export type Day = string;

const dayPattern = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export const isDay = (text: string): boolean =>
  dayPattern.test(text) && new Date(`${text}T00:00Z`).toISOString().startsWith(text);

export const todayAt = (now: string): Day => zonedDay(Date.parse(now), homeZone);

interface SpokenDay {
  day: Day;
  now: string;
  locale: Locale;
  t: Translate;
}

const noon = (day: Day) => `${day}T12:00:00Z`;

/** `сб, 22 ноября`. */
export const shortDay = ({ day, now, locale }: Omit<SpokenDay, 't'>): string =>
  dayOf({ at: noon(day), zone: 'UTC', locale, now });

/** `суббота, 22 ноября 2026 г.` */
export const longDay = ({ day, locale }: { day: Day; locale: Locale }): string =>
  longDayOf({ at: noon(day), zone: 'UTC', locale });

/** `сегодня`, `завтра`, else `сб, 22 ноября`. */
export function spokenDay({ day, now, locale, t }: SpokenDay): string {
  const near = nearDay({ at: noon(day), zone: 'UTC', now: noon(todayAt(now)) });
  return near ? t(`day.${near}`) : shortDay({ day, now, locale });
}

/** `сегодня, пт, 20 ноября` for titles, where the date belongs to it. */
export function titledDay(spoken: SpokenDay): string {
  const words = spokenDay(spoken);
  const date = shortDay(spoken);
  return words === date ? date : `${words}, ${date}`;
}

/** The day a departure leaves on, by its own clocks. */
export const dayOfEvent = ({ startAt, timezone }: Pick<EventItem, 'startAt' | 'timezone'>): Day =>
  zonedDay(Date.parse(startAt), timezone);

/** Departures by the day they leave on, days in order of the list. */
export const byDay = (events: readonly EventItem[]): [Day, EventItem[]][] => [
  ...Map.groupBy(events, dayOfEvent),
];
