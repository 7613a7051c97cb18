import { z } from 'zod';

/** The languages of every public text, Russian first. */
export const locales = ['ru', 'en', 'zh'] as const;
export type Locale = (typeof locales)[number];
export type Localized = Record<Locale, string>;

export const localeSchema = z.enum(locales);

const text = z.string().trim().min(1);

/** A public text: three strings, none of them empty, nothing else beside them. */
export const localizedText = z.strictObject({ ru: text, en: text, zh: text });

const strapiCodes = { ru: 'ru', en: 'en', zh: 'zh-Hans' } as const satisfies Localized;

export function pick<T>(localized: Record<Locale, T>, locale: Locale): T {
  return localized[locale];
}

/** Strapi calls Simplified Chinese `zh-Hans`; its `zh` is Traditional. */
export function strapiLocale(locale: Locale): string {
  return strapiCodes[locale];
}

/** The language of a Strapi locale code; undefined when it is none of ours. */
export function localeOf(strapiCode: string): Locale | undefined {
  return locales.find((locale) => strapiCodes[locale] === strapiCode);
}

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}
