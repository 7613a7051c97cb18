import { createInstance, type TFunction } from 'i18next';

export type Locale = 'ru' | 'en' | 'zh';
export const locales: readonly Locale[] = ['ru', 'en', 'zh'];

/** Namespaces of one language, as they lie in `config/locales/<language>/`. */
export type Words = Record<string, object>;
export type Translate = TFunction;

/** What `lang` and `hreflang` say. */
export const languageTags: Record<Locale, string> = { ru: 'ru', en: 'en', zh: 'zh-Hans' };

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value);

/**
 * The translator of one language: `t('seats:legend.free')`, plural forms by `count`. A key that is missing comes back
 * as it is, and the tests look for such keys on every page.
 */
export function translator({ locale, words }: { locale: Locale; words: Words }): Translate {
  const i18n = createInstance({
    lng: locale,
    resources: { [locale]: words },
    ns: Object.keys(words),
    defaultNS: 'common',
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  void i18n.init();
  return i18n.t;
}
