import { isLocale } from '@gangway/kit';
import type { Locale } from '@gangway/kit';

/** `?locale=` decides, then the browser's languages, then Russian. */
export function pageLocale(query: URLSearchParams, acceptLanguage = ''): Locale {
  const asked = query.get('locale');
  if (isLocale(asked)) return asked;
  const accepted = acceptLanguage.split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return accepted.find(isLocale) ?? 'ru';
}
