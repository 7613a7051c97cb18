import {
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  type CountryCode,
} from 'libphonenumber-js/min';
import { languageTags, type Locale } from '@gangway/client/words';

export interface Country {
  code: CountryCode;
  /** `Россия +7`. */
  label: string;
}

export interface Countries {
  near: Country[];
  others: Country[];
}

/** Where most buyers are from, in every language. */
const near: readonly CountryCode[] = ['RU', 'BY', 'KZ', 'CN', 'DE', 'FI', 'IL', 'TR', 'GB', 'US'];

/** Countries with their dialling codes, in the order of the language's alphabet. */
export function countriesIn(locale: Locale): Countries {
  const names = new Intl.DisplayNames(languageTags[locale], { type: 'region' });
  const country = (code: CountryCode) => ({
    code,
    label: `${names.of(code) ?? code} +${getCountryCallingCode(code)}`,
  });
  const collator = new Intl.Collator(languageTags[locale]);
  const others = getCountries().filter((code) => !near.includes(code));
  return {
    near: near.map(country),
    others: others.map(country).toSorted((left, right) => collator.compare(left.label, right.label)),
  };
}

export const isCountry = (code: string): code is CountryCode => isSupportedCountry(code);

/** The country that a browser names with its language, else the one where the page's language is spoken most. */
export function homeOf(header: string | null, locale: Locale): CountryCode {
  const [, region = ''] = /^\s*[a-z]{2,3}-(?:[a-z]{4}-)?([a-z]{2})\b/i.exec(header ?? '') ?? [];
  const named = region.toUpperCase();
  if (isCountry(named)) return named;
  return locale === 'zh' ? 'CN' : 'RU';
}
