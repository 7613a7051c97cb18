import { currentLocale, type Locale } from './language.ts';
import { typeWords } from './type-words.ts';
import type { Word } from './word.ts';

/**
 * The words for the options of a choice. Strapi does not tell an input which type it belongs to, so the choice is
 * recognised by its name together with its values.
 */
export function optionWords({
  name,
  values,
}: {
  name: string;
  values: readonly string[];
}): Record<string, Word> {
  const attribute = name.split('.').at(-1) ?? name;
  const choices = Object.values(typeWords).map((words) => words.fields[attribute]?.options);
  return choices.find((options) => options && sameKeys(options, values)) ?? {};
}

/** One option as it is read; a value without words stays as it is. */
export const optionText = (options: Record<string, Word>, value: string, locale: Locale = currentLocale()) =>
  options[value]?.[locale] ?? value;

const sameKeys = (options: Record<string, Word>, values: readonly string[]) =>
  Object.keys(options).length === values.length && values.every((value) => value in options);
