import { syllablesIn } from './pinyin.ts';
import { bestOf, type Hits, inAll, keptWhere, type Match, type Postings } from './postings.ts';
import { inCyrillic, inLatin, soundOf } from './sound.ts';
import type { Term, TextIndex } from './text-index.ts';
import { alphabetOf, gramsOf, isCyrillic, isHan, isLatin, stemOf } from './words.ts';

/** How far a word of the query is taken: as typed, in another alphabet, or with mistakes. */
export type Reach = 'typed' | 'converted' | 'near';

const quality = {
  stem: 0.95,
  beginning: 0.8,
  sound: 0.7,
  syllables: 0.7,
  oneMistake: 0.5,
  twoMistakes: 0.25,
};
const longestRun = 24;

/** What a word hits, by the nearest reach that hits anything. */
export function hitsOf(index: TextIndex, word: string, reach: Reach): Hits | undefined {
  const typed = asTyped(index, word);
  if (typed || reach === 'typed') return typed;
  const other = converted(index, word);
  return other || reach === 'converted' ? other : near(index, word);
}

function asTyped(index: TextIndex, word: string): Hits | undefined {
  if (isHan(word)) return runHits(index, word);
  return bestOf(beginnings(index, word), index.documents);
}

function* beginnings(index: TextIndex, word: string): Iterable<Match> {
  const stem = index.stems.get(stemOf(word));
  if (stem) yield { ...stem, quality: quality.stem };
  for (const [found, term] of index.words.atPrefix(word)) {
    yield { ...term, quality: found === word ? 1 : quality.beginning };
  }
}

/** All pairs of neighbours of the run; a single character by itself. */
function runHits(index: TextIndex, run: string): Hits | undefined {
  const { single, pairs } = gramsOf([...run].slice(0, longestRun));
  return allOf(index, pairs.length > 0 ? pairs : single, index.grams);
}

function allOf(
  index: TextIndex,
  keys: readonly string[],
  terms: ReadonlyMap<string, Term>,
): Hits | undefined {
  const found = keys.flatMap((key) => terms.get(key) ?? []);
  if (found.length < keys.length) return undefined;
  const scores = inAll(
    found.map(({ postings }) => postings),
    index.documents,
  );
  return scores && { scores, shown: joined(found.map(({ shown }) => shown)) };
}

/** Pairs of neighbours put together again: 彼得, 得霍, 霍夫 is 彼得霍夫. */
function joined(pairs: readonly string[]): string {
  return pairs.map((pair, place) => (place === 0 ? pair : [...pair].slice(1).join(''))).join('');
}

function converted(index: TextIndex, word: string): Hits | undefined {
  if (isHan(word)) return undefined;
  return bySyllables(index, word) ?? bySound(index, word);
}

function bySound(index: TextIndex, word: string): Hits | undefined {
  const terms = [...soundsOf(word).keys()].flatMap((sound) => index.sounds.get(sound) ?? []);
  return bestOf(
    terms.map((term) => ({ ...term, quality: quality.sound })),
    index.documents,
  );
}

/**
 * How the word and its stem sound, also after the stem's alphabet is changed: forms are cut off in their own. With the
 * letters that each of them is long.
 */
function soundsOf(word: string): Map<string, number> {
  const forms = [stemOf(inOtherAlphabet(word)), stemOf(word), word];
  const sounds = forms.map((form): [string, number] => [soundOf(form), form.length]);
  return new Map(sounds.filter(([sound]) => sound.length > 1));
}

function inOtherAlphabet(word: string): string {
  if (isLatin(word)) return inCyrillic(word);
  return isCyrillic(word) ? inLatin(word) : word;
}

function bySyllables(index: TextIndex, word: string): Hits | undefined {
  const syllables = index.locale === 'zh' ? syllablesIn(word) : undefined;
  if (!syllables) return undefined;
  const { single, pairs } = gramsOf(syllables, ' ');
  const hits = allOf(index, pairs.length > 0 ? pairs : single, index.syllables);
  return hits && { ...hits, scores: hits.scores.map((score) => score * quality.syllables) };
}

function near(index: TextIndex, word: string): Hits | undefined {
  if (isHan(word)) return nearRun(index, word);
  if (word.length < 4 || word.length > longestRun) return undefined;
  return bestOf(mistaken(index, word), index.documents);
}

function* mistaken(index: TextIndex, word: string): Iterable<Match> {
  for (const [sound, letters] of soundsOf(word)) {
    for (const [found, [term, mistakes]] of index.sounds.fuzzyGet(sound, mistakesIn(letters))) {
      const allowed = Math.min(mistakesIn(letters), mistakesIn(found.length));
      if (mistakes + foreign(index, word, found) > allowed) continue;
      yield { ...term, quality: mistakes < 2 ? quality.oneMistake : quality.twoMistakes };
    }
  }
}

/** Another alphabet is a mistake by itself: «стол» is no `stop`. */
const foreign = ({ alphabets }: TextIndex, word: string, sound: string) =>
  alphabets.get(sound)?.has(alphabetOf(word)) ? 0 : 1;

/** By what is compared, which may be a stem: with two of five letters wrong, or one of three, it is another word. */
const mistakesIn = (letters: number) => (letters < 4 ? 0 : letters < 6 ? 1 : 2);

const enough = 0.6;
const loneCharacter = 0.3;

/** Most characters of the run, in whatever order; neighbours that stayed neighbours count more. */
function nearRun(index: TextIndex, run: string): Hits | undefined {
  const characters = [...run].slice(0, longestRun);
  if (characters.length < 2) return undefined;
  const { single, pairs } = gramsOf(characters);
  const scores = new Float32Array(index.documents);
  const counts = new Uint8Array(index.documents);
  for (const gram of single) {
    add(scores, index.grams.get(gram)?.postings, loneCharacter);
    for (const document of index.grams.get(gram)?.postings.documents ?? [])
      counts[document] = (counts[document] ?? 0) + 1;
  }
  for (const gram of pairs) add(scores, index.grams.get(gram)?.postings, 1);
  const kept = keptWhere(scores, (document) => (counts[document] as number) >= characters.length * enough);
  return kept && { scores: kept.map((score) => score * quality.oneMistake), shown: run };
}

function add(scores: Float32Array, postings: Postings | undefined, quality: number): void {
  postings?.documents.forEach((document, at) => {
    scores[document] = (scores[document] as number) + (postings.weights[at] as number) * quality;
  });
}
