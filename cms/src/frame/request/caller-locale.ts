import { commonErrors, isLocale, locales } from '@gangway/kit';
import type { Locale } from '@gangway/kit';

export interface LocaleHints {
  /** `locale` of the query string, when there is one. */
  asked?: unknown;
  acceptLanguage?: string | undefined;
}

const fallback: Locale = 'ru';

/**
 * The caller's language: `locale` of the query, else the best of `Accept-Language`, else Russian.
 * @throws UNSUPPORTED_LOCALE for a `locale` that is none of ours
 */
export function callerLocale({ asked, acceptLanguage }: LocaleHints): Locale {
  if (asked === undefined) return acceptedLocale(acceptLanguage);
  if (isLocale(asked)) return asked;
  throw commonErrors.UNSUPPORTED_LOCALE({ supported: locales });
}

/** Like `callerLocale`, for answers that must not fail: a foreign `locale` counts as none. */
export function messageLocale({ asked, acceptLanguage }: LocaleHints): Locale {
  return isLocale(asked) ? asked : acceptedLocale(acceptLanguage);
}

function acceptedLocale(header: string | undefined): Locale {
  if (!header) return fallback;
  const known = header.slice(0, 500).split(',').map(preference).filter(isOurs);
  return known.sort((left, right) => right.weight - left.weight)[0]?.locale ?? fallback;
}

interface Preference {
  locale: string;
  weight: number;
}

function preference(part: string): Preference {
  const [range = '', ...parameters] = part.split(';');
  const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
  const weight = quality ? Number(quality.trim().slice(2)) : 1;
  const [locale = ''] = range.trim().toLowerCase().split('-');
  return { locale, weight: Number.isFinite(weight) ? weight : 0 };
}

function isOurs(preference: Preference): preference is Preference & { locale: Locale } {
  return isLocale(preference.locale) && preference.weight > 0;
}
