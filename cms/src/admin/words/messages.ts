import strapiEnglish from './strapi/en.json';
import strapiRussian from './strapi/ru.json';
import strapiChinese from './strapi/zh-Hans.json';
import type { Locale } from './language.ts';
import { systemFields } from './common-fields.ts';
import { panelWords } from './panel-words.ts';
import { typeWords } from './type-words.ts';
import type { FieldWords, TypeWords, Word } from './word.ts';

export type Messages = Record<string, string>;

/**
 * The name of a type in the menu. Strapi sorts and searches the menu by message id, not by the translated name:
 * the id begins with the place and holds the name in every language.
 */
export const menuMessageId = ({ position, name }: TypeWords): string =>
  [String(position).padStart(2, '0'), name.ru, name.en, name.zh].join(' ');

/** Our texts as Strapi's message ids in one language. */
export const ownMessages = (locale: Locale): Messages => ({
  ...typeMessages(locale),
  ...texts(panelEntries, locale),
});

const panelEntries: [string, Word][] = Object.entries(panelWords).map(([id, text]) => [`panel.${id}`, text]);

function typeMessages(locale: Locale): Messages {
  const entries = Object.entries(typeWords).flatMap(([uid, words]): [string, Word][] => [
    [words.displayName, words.name],
    [menuMessageId(words), words.name],
    ...fieldEntries(uid, { ...systemFields, ...words.fields }),
  ]);
  return texts(entries, locale);
}

const fieldEntries = (uid: string, fields: Record<string, FieldWords>): [string, Word][] =>
  Object.entries(fields).map(([name, { label }]) => [`content-manager.content-types.${uid}.${name}`, label]);

const texts = (entries: [string, Word][], locale: Locale): Messages =>
  Object.fromEntries(entries.map(([id, text]) => [id, text[locale]]));

/** What Strapi's own translations lack or call by a technical name, and then our texts. */
export const translations: Record<string, Messages> = {
  ru: { ...strapiRussian, ...ownMessages('ru') },
  en: { ...strapiEnglish, ...ownMessages('en') },
  'zh-Hans': { ...strapiChinese, ...ownMessages('zh') },
};
