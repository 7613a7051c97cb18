/** One text in the three languages of the panel. */
export type Word = { ru: string; en: string; zh: string };

/** What a manager reads about one attribute; `options` are the values of a choice, by their stored value. */
export type FieldWords = { label: Word; hint?: Word; options?: Record<string, Word> };

/**
 * What a manager reads about one content type. `displayName` is the schema's and serves Strapi as a message id;
 * `position` is the place in the menu.
 */
export type TypeWords = {
  displayName: string;
  position: number;
  name: Word;
  fields: Record<string, FieldWords>;
};

export const word = (ru: string, en: string, zh: string): Word => ({ ru, en, zh });

export const field = (
  ru: string,
  en: string,
  zh: string,
  more: Omit<FieldWords, 'label'> = {},
): FieldWords => ({
  label: word(ru, en, zh),
  ...more,
});
