import type { Word } from './word.ts';

/** The languages of the catalogue; Strapi calls Simplified Chinese `zh-Hans`. */
export const locales = ['ru', 'en', 'zh'] as const;
export type Locale = (typeof locales)[number];

export const strapiLocales = { ru: 'ru', en: 'en', zh: 'zh-Hans' } as const satisfies Record<Locale, string>;

/** The catalogue's language for a language of the panel or the browser; Russian when we do not speak it. */
export function localeOf(tag: string | null | undefined): Locale {
  const start = tag?.slice(0, 2).toLowerCase();
  return locales.find((locale) => locale === start) ?? 'ru';
}

/** The first language of the browser that the panel speaks; Russian when there is none. */
export function preferredLocale(tags: readonly string[]): Locale {
  const spoken = tags.map((tag) => tag.slice(0, 2).toLowerCase());
  const first = spoken.find((tag) => locales.some((locale) => locale === tag));
  return localeOf(first);
}

export const say = (text: Word, locale: Locale): string => text[locale];

/** Where Strapi keeps the language of the panel. */
const languageKey = 'strapi-admin-language';

/** The language of the panel outside React (hooks of Strapi that only get data). */
export const currentLocale = (): Locale => localeOf(window.localStorage.getItem(languageKey));

/** Strapi starts in English: a browser that has not chosen yet begins in its own language. */
export function rememberFirstLanguage(): void {
  if (window.localStorage.getItem(languageKey)) return;
  const locale = strapiLocales[preferredLocale(navigator.languages)];
  window.localStorage.setItem(languageKey, locale);
  document.documentElement.lang = locale;
}
