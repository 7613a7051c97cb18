import type { Locale, Localized } from '@gangway/kit';
import { languageNames } from '../../../frame/editing/language-names.ts';
import { listed, localized, type Problem } from '../../../frame/editing/problem.ts';
import { problems } from './problems.ts';

/** The texts of one language of a draft; null where there is no translation. */
export type Draft = Record<string, unknown> | null;
export type Drafts = Record<Locale, Draft>;

/** A text field and what people call it. */
export type TextField = { name: string; title: Localized };

/** One sentence that lists what is missing, language by language; nothing when the drafts are complete. */
export function publicationProblems({ missing, drafts, fields, languages }: Completeness): Problem[] {
  const texts = languages.flatMap((locale) => missingTexts({ locale, draft: drafts[locale], fields }));
  const all = [...missing, ...texts];
  return all.length > 0 ? [problems.PUBLICATION_INCOMPLETE(undefined, { missing: listed(all) })] : [];
}

/** What people call the address of a page. */
export const pageAddress: Localized = { ru: 'адрес страницы', en: 'page address', zh: '页面地址' };

/** `missing`: what the document as a whole lacks; `languages`: those that are in use. */
export type Completeness = {
  missing: readonly Localized[];
  drafts: Drafts;
  fields: readonly TextField[];
  languages: readonly Locale[];
};

const wholeTranslation: Localized = { ru: 'весь перевод', en: 'the whole translation', zh: '全部译文' };

type LanguageTexts = { locale: Locale; draft: Draft; fields: readonly TextField[] };

function missingTexts({ locale, draft, fields }: LanguageTexts): Localized[] {
  if (!draft) return [inLanguage(locale, wholeTranslation)];
  const empty = fields.filter(({ name }) => isBlank(draft[name]));
  return empty.map(({ title }) => inLanguage(locale, title));
}

function inLanguage(locale: Locale, what: Localized): Localized {
  const language = languageNames[locale];
  const brackets: Localized = { ru: '({})', en: '({})', zh: '（{}）' };
  const glue: Localized = { ru: ' ', en: ' ', zh: '' };
  return localized((own) => what[own] + glue[own] + brackets[own].replace('{}', language[own]));
}

function isBlank(value: unknown): boolean {
  return typeof value !== 'string' || value.trim() === '';
}
