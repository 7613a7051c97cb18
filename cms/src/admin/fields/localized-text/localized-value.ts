import { locales, type Locale } from '../../words/language.ts';

export type LocalizedValue = Record<Locale, string>;

const nothing: LocalizedValue = { ru: '', en: '', zh: '' };

/** The three texts of a value as the form holds it: an object, JSON text, or nothing yet. */
export function readLocalized(value: unknown): LocalizedValue {
  const held = typeof value === 'string' ? parseJson(value) : value;
  if (typeof held !== 'object' || held === null) return nothing;
  const text = (locale: Locale) => textOf((held as Record<string, unknown>)[locale]);
  return { ru: text('ru'), en: text('en'), zh: text('zh') };
}

/** The value after one language was typed; null once all three are empty, so that `required` sees it. */
export function writeLocalized(value: unknown, locale: Locale, text: string): LocalizedValue | null {
  const next = { ...readLocalized(value), [locale]: text };
  return locales.every((one) => next[one].trim() === '') ? null : next;
}

/** Languages still to be filled, once at least one is. */
export function missingLocales(value: unknown): Locale[] {
  const texts = readLocalized(value);
  const missing = locales.filter((locale) => texts[locale].trim() === '');
  return missing.length === locales.length ? [] : missing;
}

/** The error of each language, when the server answered for one of them alone. */
export function localeErrors(error: unknown): Partial<Record<Locale, string>> {
  if (typeof error !== 'object' || error === null) return {};
  const entries = locales.map((locale) => [locale, (error as Record<string, unknown>)[locale]]);
  return Object.fromEntries(entries.filter(([, message]) => typeof message === 'string'));
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
