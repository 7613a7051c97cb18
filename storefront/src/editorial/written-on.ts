import type { Locale } from '@gangway/client/words';

const tags: Record<Locale, string> = { ru: 'ru-RU', en: 'en-GB', zh: 'zh-CN' };

/** `20 ноября 2026 г.` in UTC: papers are dated by the day, wherever the reader is. */
export const writtenOn = (at: string, locale: Locale): string =>
  new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(at));
