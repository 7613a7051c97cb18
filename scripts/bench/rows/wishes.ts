import type { Language } from '../load/scenarios/expectations.ts';
import type { Chance } from './chance.ts';

type Draw = Pick<Chance, 'below'>;

const russian = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя';
const latin = [
  ...['a', 'b', 'v', 'g', 'd', 'e', 'e', 'zh', 'z', 'i', 'y', 'k', 'l', 'm', 'n', 'o', 'p', 'r', 's', 't'],
  ...['u', 'f', 'h', 'ts', 'ch', 'sh', 'sch', '', 'y', '', 'e', 'yu', 'ya'],
];
/** Keys from the upper left to the lower right, in both layouts. */
const keys = { ru: 'йцукенгшщзхъфывапролджэячсмитьбюё', en: "qwertyuiop[]asdfghjkl;'zxcvbnm,.`" };

/** «яхта» as yahta. */
export const transliterated = (word: string): string =>
  [...word].map((letter) => latin[russian.indexOf(letter)] ?? letter).join('');

/** «яхта» as z[nf, and yacht as «нфсре»: whoever forgot to switch the keyboard. */
export function inOtherLayout(word: string, from: 'ru' | 'en'): string {
  const to = from === 'ru' ? 'en' : 'ru';
  return [...word].map((letter) => keys[to][keys[from].indexOf(letter)] ?? letter).join('');
}

/** Two letters that changed places. */
export function slip(luck: Draw, word: string): string {
  if (word.length < 5) return word;
  const at = 1 + luck.below(word.length - 2);
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}

/** A letter that was left out. */
export function gap(luck: Draw, word: string): string {
  if (word.length < 5) return word;
  const at = 1 + luck.below(word.length - 2);
  return word.slice(0, at) + word.slice(at + 1);
}

const endings = { ru: ['ы', 'ам', 'ами', 'ой', 'у', 'е'], en: ['s', "'s", 'ing'] };

/** Another form of the word; Chinese has none, there it is the word as a phrase has it. */
export function inOtherForm(luck: Draw, word: string, locale: Language): string {
  if (locale === 'zh') return `${word}的`;
  const stem = locale === 'ru' ? word.replace(/[аеёийоуыьэюя]+$/, '') : word.replace(/(?:ing|e?s|e)$/, '');
  return (stem.length < 3 ? word : stem) + (endings[locale][luck.below(endings[locale].length)] ?? '');
}

type Way = (luck: Chance, word: string, locale: Language) => string;

/** How a word is written, by the share of those who do so; the others write it as it is. */
const ways: Record<'any' | Language, readonly [percent: number, way: Way][]> = {
  any: [
    [20, (luck, word, locale) => inOtherForm(luck, word, locale)],
    [15, (_, word) => word.slice(0, 4)],
  ],
  ru: [
    [12, slip],
    [8, gap],
    [10, (_, word) => transliterated(word)],
    [10, (_, word) => inOtherLayout(word, 'ru')],
  ],
  en: [
    [15, slip],
    [10, gap],
    [10, (_, word) => inOtherLayout(word, 'en')],
  ],
  zh: [[15, (luck, word) => word + word.charAt(luck.below(word.length))]],
};

/** One or two words as people write them: right, begun, in another form, misspelt, in other letters. */
export function wish(luck: Chance, words: readonly string[], locale: Language): string {
  const first = written(luck, luck.pick(words), locale);
  if (!luck.percent(35)) return first;
  return `${first}${locale === 'zh' ? '' : ' '}${luck.pick(words)}`;
}

function written(luck: Chance, word: string, locale: Language): string {
  const at = luck.below(100);
  const state = { below: 0 };
  const way = [...ways.any, ...ways[locale]].find(([percent]) => at < (state.below += percent));
  return way ? way[1](luck, word, locale) : word;
}
