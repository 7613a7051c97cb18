import { locales, type Localized } from '@gangway/kit';

/** One thing that forbids an edit: a code for programs, the field it stands beside, a sentence for the person. */
export type Problem = { code: string; path: string[]; message: Localized };

/** What a sentence is filled with; a word that differs by language is given in all three. */
export type Values = Record<string, string | number | Localized>;

export type Say = (path?: string, values?: Values) => Problem;

/** A room's catalogue of problems: `{ TOO_LATE: { ru, en, zh } }`, `{name}` in a sentence stands for a value. */
export function defineProblems<const Specs extends Record<string, Localized>>(
  specs: Specs,
): Record<Extract<keyof Specs, string>, Say> {
  const entries = Object.entries(specs).map(([code, sentence]) => [code, saying(code, sentence)]);
  return Object.freeze(Object.fromEntries(entries));
}

function saying(code: string, sentence: Localized): Say {
  return (path, values = {}) => ({
    code,
    path: path === undefined ? [] : [path],
    message: localized((locale) => fill(sentence[locale], locale, values)),
  });
}

/** Three texts from one rule. */
export function localized(write: (locale: keyof Localized) => string): Localized {
  const [ru, en, zh] = locales.map(write) as [string, string, string];
  return { ru, en, zh };
}

function fill(sentence: string, locale: keyof Localized, values: Values): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => word(values[name], locale));
}

function word(value: string | number | Localized | undefined, locale: keyof Localized): string {
  return typeof value === 'object' ? value[locale] : String(value ?? '');
}

const separators: Localized = { ru: ', ', en: ', ', zh: '、' };

/** `a, b` in each language. */
export function listed(items: readonly Localized[]): Localized {
  return localized((locale) => items.map((item) => item[locale]).join(separators[locale]));
}

/** Names as they are, in the punctuation of each language. */
export function listedNames(names: readonly string[]): Localized {
  return localized((locale) => names.join(separators[locale]));
}
