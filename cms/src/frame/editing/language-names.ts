import type { Locale, Localized } from '@gangway/kit';

/** What each language is called in the others. */
export const languageNames: Record<Locale, Localized> = {
  ru: { ru: 'русский', en: 'Russian', zh: '俄文' },
  en: { ru: 'английский', en: 'English', zh: '英文' },
  zh: { ru: 'китайский', en: 'Chinese', zh: '中文' },
};
