import { otherLayout } from './keyboard.ts';
import { soundOf } from './sound.ts';
import type { TextIndex } from './text-index.ts';
import { hitsOf } from './word-hits.ts';
import { isHan, plain, tellingWords, wordsIn } from './words.ts';

/** So many words of a query are looked at. */
const mostWords = 4;
const longestWord = 24;

/**
 * Words of the catalogue that a query which finds nothing may mean, the most likely first: all of its words that are known,
 * then each by itself. Further from what was typed than a search goes.
 */
export function suggestionsFor(index: TextIndex, query: string): string[] {
  const typed = tellingWords(wordsIn(plain(query))).slice(0, mostWords);
  const known = [...new Set(typed.flatMap((word) => likelyWord(index, word) ?? []))];
  return [...new Set([known.join(' '), ...known])].filter(Boolean);
}

function likelyWord(index: TextIndex, word: string): string | undefined {
  const swapped = plain(otherLayout(word));
  const near = hitsOf(index, word, 'near') ?? hitsOf(index, swapped, 'near');
  return near?.shown ?? likeliest(index, word) ?? likeliest(index, swapped);
}

/** The word that sounds most alike, with more mistakes than a search forgives. */
function likeliest({ sounds }: TextIndex, word: string): string | undefined {
  if (isHan(word) || word.length > longestWord) return undefined;
  const sound = soundOf(word);
  if (sound.length < 5) return undefined;
  const alike = [...sounds.fuzzyGet(sound, sound.length < 8 ? 2 : 3).values()];
  const best = alike.reduce(
    (nearest, [term, mistakes]) => (mistakes < nearest.mistakes ? { shown: term.shown, mistakes } : nearest),
    { shown: '', mistakes: Infinity },
  );
  return best.shown || undefined;
}
