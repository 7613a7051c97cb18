import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

export type Language = 'ru' | 'en' | 'zh';
export const languages: Language[] = ['ru', 'en', 'zh'];

const folder = join(__dirname, '..', '..', '..', 'config', 'locales');

/** Every text of a language by its full key, `common:nav.events`. */
function textsOf(language: Language): Map<string, string> {
  const files = readdirSync(join(folder, language));
  const entries = files.flatMap((file) => {
    const words = JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as object;
    return flat(words, '').map(([key, text]) => [`${file.replace('.json', '')}:${key}`, text] as const);
  });
  return new Map(entries);
}

const flat = (words: object, prefix: string): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value as object, `${prefix}${key}.`),
  );

const texts = { ru: textsOf('ru'), en: textsOf('en'), zh: textsOf('zh') };
const scripts = {
  ru: /\p{Script=Han}/u,
  en: /\p{Script=Cyrillic}|\p{Script=Han}/u,
  zh: /\p{Script=Cyrillic}/u,
};

/** Keys that have plural forms have other forms in other languages. */
const bare = (key: string) => key.replace(/_(one|few|many|other|zero|two)$/, '');

/** Keys that one language has and another lacks. */
export function missingKeys(): string[] {
  const keys = new Map(
    languages.map((language) => [language, new Set([...texts[language].keys()].map(bare))]),
  );
  const all = new Set([...keys.values()].flatMap((own) => [...own]));
  return [...all].flatMap((key) =>
    languages
      .filter((language) => !keys.get(language)?.has(key))
      .map((language) => `${language} lacks ${key}`),
  );
}

/** Texts on the page that are keys, or in another language. What says its own language (`lang`) is left out. */
export async function foreignWords(page: Page, language: Language): Promise<string[]> {
  const shown = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (text && !parent?.closest('[lang]:not(html), script, style, noscript, template')) found.push(text);
    }
    const named = [...document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')];
    const labels = named
      .filter((element) => !element.closest('[lang]:not(html)'))
      .flatMap((element) =>
        ['aria-label', 'placeholder', 'title', 'alt'].map((name) => element.getAttribute(name) ?? ''),
      );
    return [...found, ...labels.filter(Boolean), document.title];
  });
  const others = languages.filter((other) => other !== language);
  return [...new Set(shown)].filter(
    (text) =>
      scripts[language].test(text) || isKey(text) || others.some((other) => belongsTo(text, other, language)),
  );
}

const isKey = (text: string): boolean => {
  const key = text.includes(':') ? text : `common:${text}`;
  const isDotted = /^[a-z]\w*(\.[a-zA-Z]\w*)+$/.test(text) && !/\.(example|org|com|ru)$/.test(text);
  return (
    isDotted || texts.ru.has(key) || /^[a-z]+:[a-zA-Z]+(\.[a-zA-Z]+)*$/.test(text) || /\{\{\w+\}\}/.test(text)
  );
};

/** Several words in a row that only the other language's file has. */
function belongsTo(text: string, other: Language, own: Language): boolean {
  if (!/\S\s+\S/.test(text)) return false;
  const mine = [...texts[own].values()];
  return [...texts[other].values()].some((value) => value === text) && !mine.includes(text);
}
