import type { Locale } from '@gangway/kit';

const tags = { ru: 'ru-RU', en: 'en-GB', zh: 'zh-CN' } as const satisfies Record<Locale, string>;

interface Moment {
  /** Milliseconds since the epoch. */
  at: number;
  zone: string;
  locale: Locale;
}

/** `пт, 20 ноября 2026 г.`, the day it is in the zone. */
export const dayIn = ({ at, zone, locale }: Moment): string =>
  new Intl.DateTimeFormat(tags[locale], {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at);

/** `18:30` on the clock of the zone. */
export const timeIn = ({ at, zone, locale }: Moment): string =>
  new Intl.DateTimeFormat(tags[locale], {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);

/** `UTC+3` on that day. */
export function offsetIn({ at, zone }: Moment): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'shortOffset' });
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  return name.replace('GMT', 'UTC');
}
