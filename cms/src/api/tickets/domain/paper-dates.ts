import type { Locale } from '@gangway/kit';

const tags = { ru: 'ru-RU', en: 'en-GB', zh: 'zh-CN' } as const satisfies Record<Locale, string>;

/** To make a format costs a hundred times as much as to use it; there are as many as languages and zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${tag} ${JSON.stringify(options)}`;
  const known = formats.get(name) ?? new Intl.DateTimeFormat(tag, options);
  formats.set(name, known);
  return known;
}

interface Moment {
  /** Milliseconds since the epoch. */
  at: number;
  zone: string;
  locale: Locale;
}

/** `пт, 20 ноября 2026 г.`, the day it is in the zone. */
export const dayIn = ({ at, zone, locale }: Moment): string =>
  formatOf(tags[locale], {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at);

/** `18:30` on the clock of the zone. */
export const timeIn = ({ at, zone, locale }: Moment): string =>
  formatOf(tags[locale], {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);

/** `UTC+3` on that day. */
export function offsetIn({ at, zone }: Moment): string {
  const format = formatOf('en-US', { timeZone: zone, timeZoneName: 'shortOffset' });
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  return name.replace('GMT', 'UTC');
}
