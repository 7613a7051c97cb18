import { locales, type Locale } from '@gangway/kit';
import { languageNames } from './language-names.ts';
import { hasTags } from './plain-text.ts';
import { listed, type Problem } from './problem.ts';
import { valueProblems } from './value-problems.ts';

/** `languages`: those that are in use; a text may do without the others. */
export type LocalizedField = {
  path: string;
  value: unknown;
  required: boolean;
  multiline: boolean;
  languages: readonly Locale[];
};

type Texts = Partial<Record<Locale, string | null>>;

/** Trims each language; a text that is empty everywhere becomes null. Other shapes stay for the check to refuse. */
export function tidyLocalized(value: unknown): unknown {
  if (!isTexts(value)) return value;
  const trimmed = locales.map((locale) => [locale, (value[locale] ?? '').trim()] as const);
  return trimmed.some(([, text]) => text !== '') ? Object.fromEntries(trimmed) : null;
}

/** What is wrong with a text in three languages: an optional one is complete or absent, a required one complete. */
export function localizedValueProblems({ path, value, ...field }: LocalizedField): Problem[] {
  if (value === null || value === undefined) return field.required ? [valueProblems.REQUIRED(path)] : [];
  if (!isTexts(value)) return [valueProblems.TEXT_MALFORMED(path)];
  const missing = field.languages.filter((locale) => !value[locale]?.trim());
  if (missing.length > 0) return [incomplete(path, missing)];
  const tagged = !field.multiline && locales.some((locale) => hasTags(value[locale] ?? ''));
  return tagged ? [valueProblems.HTML_NOT_ALLOWED(path)] : [];
}

function incomplete(path: string, missing: readonly Locale[]): Problem {
  return valueProblems.TEXT_INCOMPLETE(path, {
    languages: listed(missing.map((locale) => languageNames[locale])),
  });
}

function isTexts(value: unknown): value is Texts {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(([key, text]) => isOurs(key) && isTextOrNothing(text));
}

function isOurs(key: string): boolean {
  return locales.some((locale) => locale === key);
}

function isTextOrNothing(value: unknown): boolean {
  return value === null || value === undefined || typeof value === 'string';
}
