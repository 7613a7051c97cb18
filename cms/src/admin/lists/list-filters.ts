import type { Locale } from '../words/language.ts';
import { fieldWords } from '../words/type-words.ts';
import type { Word } from '../words/word.ts';

export type ListFilter = { name: string; type: string; options?: { label: string; value: string }[] };

/** Amounts are held in minor units: Strapi's filter would ask a manager for kopecks. */
const unfit = new Set(['amount']);

/** The filters of a list as a manager needs them: choices offer their options by name. */
export function readableFilters<Filter extends ListFilter>(
  filters: Filter[],
  uid: string,
  locale: Locale,
): Filter[] {
  const fitting = filters.filter(({ name }) => !unfit.has(name));
  return fitting.map((filter) => {
    const options = fieldWords(uid, filter.name)?.options;
    return options ? { ...filter, type: 'enumeration', options: choiceOptions(options, locale) } : filter;
  });
}

const choiceOptions = (options: Record<string, Word>, locale: Locale) =>
  Object.entries(options).map(([value, text]) => ({ value, label: text[locale] }));
