import { translator, type Locale, type Words } from '@gangway/client/words';

const files = import.meta.glob<object>('../../config/locales/*/*.json', { eager: true, import: 'default' });

/** All words of one language, by namespace: the names of the files in `config/locales/<language>/`. */
export function wordsOf(locale: Locale): Words {
  const own = Object.entries(files).filter(([path]) => path.includes(`/locales/${locale}/`));
  return Object.fromEntries(
    own.map(([path, words]) => [path.split('/').at(-1)?.replace('.json', ''), words]),
  );
}

/** The few namespaces that an island takes along into the browser. */
export const wordsFor = (locale: Locale, namespaces: readonly string[]): Words =>
  Object.fromEntries(Object.entries(wordsOf(locale)).filter(([name]) => namespaces.includes(name)));

const translators = {
  ru: translator({ locale: 'ru', words: wordsOf('ru') }),
  en: translator({ locale: 'en', words: wordsOf('en') }),
  zh: translator({ locale: 'zh', words: wordsOf('zh') }),
};

export const translate = (locale: Locale) => translators[locale];
