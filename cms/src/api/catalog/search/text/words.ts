import { stemmer as englishStem } from '@orama/stemmers/english';
import { stemmer as russianStem } from '@orama/stemmers/russian';
import { simplified } from './traditional.ts';

const wordPattern = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const han = /\p{Script=Han}/u;
const cyrillic = /\p{Script=Cyrillic}/u;
const latin = /^[a-z]+$/;

/** Small letters, е for ё, compatible forms as their plain ones, traditional characters as simplified ones. */
export function plain(text: string): string {
  return simplified(text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е'));
}

/** Words of a text that `plain` has been over; a run of Chinese is one. */
export function wordsIn(text: string): string[] {
  return text.match(wordPattern) ?? [];
}

export const isHan = (word: string) => han.test(word);
export const isCyrillic = (word: string) => cyrillic.test(word);
export const isLatin = (word: string) => latin.test(word);

export type Alphabet = 'cyrillic' | 'latin' | 'other';

export function alphabetOf(word: string): Alphabet {
  if (isCyrillic(word)) return 'cyrillic';
  return isLatin(word) ? 'latin' : 'other';
}

/** What the forms of a word have in common, in Russian and in English. */
export function stemOf(word: string): string {
  if (isCyrillic(word)) return russianStem(word);
  return isLatin(word) ? englishStem(word) : word;
}

/** Single characters and pairs of neighbours of a run of Chinese or of syllables. */
export function gramsOf(run: readonly string[], glue = ''): { single: string[]; pairs: string[] } {
  const pairs = run.slice(1).map((one, place) => `${run[place]}${glue}${one}`);
  return { single: [...run], pairs };
}

const stopWords = new Set(
  [
    'в во на по с со и из у к ко о об от до за под над для при не или',
    'the a an of in on at to and or for with by from',
    // What one does here with everything: «купить билет на катер».
    'купить заказать билет билеты билетов buy book ticket tickets',
  ].flatMap((words) => words.split(' ')),
);

/** Words that tell nothing, unless the query has no others. */
export function tellingWords(words: readonly string[]): string[] {
  const telling = words.filter((word) => !stopWords.has(word));
  return telling.length > 0 ? telling : [...words];
}
