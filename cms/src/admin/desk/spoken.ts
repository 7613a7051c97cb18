import type { Locale } from '../words/language.ts';

/** A path of the API that answers in the language of the panel, whatever the browser speaks. */
export const spoken = (path: string, locale: Locale): string =>
  `${path}${path.includes('?') ? '&' : '?'}locale=${locale}`;
