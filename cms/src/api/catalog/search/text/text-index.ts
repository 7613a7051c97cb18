import { type Locale, locales } from '@gangway/kit';
import SearchableMap from 'minisearch/SearchableMap';
import { atOnce, eachOf, type Steps } from '../../domain/in-slices.ts';
import { syllableOf } from './pinyin.ts';
import { type Draft, note, type Postings, sealed } from './postings.ts';
import { soundOf } from './sound.ts';
import { type Alphabet, alphabetOf, gramsOf, isHan, plain, stemOf, wordsIn } from './words.ts';

/** How much a word says by where it stands. */
const fieldWeights = { title: 10, vessel: 5, route: 4, berth: 4, category: 4, summary: 2, kind: 1 } as const;
export type SearchField = keyof typeof fieldWeights;
export type SearchText = Record<SearchField, string>;

/** What can be found; a language without texts is not published. */
export type SearchDocument = { texts: Partial<Record<Locale, SearchText>> };

export type Term = { postings: Postings; shown: string };

/** The dictionary of one language. */
export type TextIndex = {
  locale: Locale;
  documents: number;
  /** Words as they are written. */
  words: SearchableMap<Term>;
  stems: Map<string, Term>;
  /** How stems sound, whatever their alphabet. */
  sounds: SearchableMap<Term>;
  /** Which alphabets have a word that sounds so. */
  alphabets: Map<string, Set<Alphabet>>;
  /** Chinese characters and pairs of neighbours. */
  grams: Map<string, Term>;
  /** Their syllables, and pairs of them. */
  syllables: Map<string, Term>;
};

type Drafts = Record<'words' | 'stems' | 'sounds' | 'grams' | 'syllables', Draft> & {
  shown: Map<string, string>;
  alphabets: TextIndex['alphabets'];
};

// Names are known across languages; what a summary says in another one nobody looks for.
const namesElsewhere = 0.3;
const isName = (field: SearchField) => field !== 'summary' && field !== 'kind';

export function buildTextIndex(documents: readonly SearchDocument[], locale: Locale): TextIndex {
  return atOnce(buildingTextIndex(documents, locale));
}

/** Step by step, for whoever must not be held up. */
export function* buildingTextIndex(documents: readonly SearchDocument[], locale: Locale): Steps<TextIndex> {
  const drafts = emptyDrafts();
  for (const [document, { texts }] of documents.entries()) {
    if (!texts[locale]) continue;
    for (const language of locales)
      addText({ drafts, document, text: texts[language], own: language === locale });
    yield;
  }
  return yield* sealing(drafts, { locale, documents: documents.length });
}

function emptyDrafts(): Drafts {
  const draft = (): Draft => new Map();
  return {
    ...{ words: draft(), stems: draft(), sounds: draft(), grams: draft(), syllables: draft() },
    ...{ shown: new Map(), alphabets: new Map() },
  };
}

type Adding = { drafts: Drafts; document: number; text: SearchText | undefined; own: boolean };

function addText({ drafts, document, text, own }: Adding): void {
  if (!text) return;
  for (const [field, base] of Object.entries(fieldWeights) as [SearchField, number][]) {
    if (!own && !isName(field)) continue;
    const words = wordsIn(plain(text[field]));
    const at = { document, weight: weighed(base, words.length) * (own ? 1 : namesElsewhere) };
    for (const word of words) addWord(drafts, word, at);
  }
}

// A word of a short title says more than one of a long title.
function weighed(base: number, words: number): number {
  return base * (1 + 1 / (2 + words));
}

function addWord(drafts: Drafts, word: string, at: { document: number; weight: number }): void {
  if (isHan(word)) return addRun(drafts, word, at);
  const stem = stemOf(word);
  note(drafts.words, word, at);
  note(drafts.stems, stem, at);
  for (const sound of new Set([soundOf(stem), soundOf(word)])) {
    note(drafts.sounds, sound, at);
    rememberPlainest(drafts.shown, sound, word);
    drafts.alphabets.set(sound, (drafts.alphabets.get(sound) ?? new Set()).add(alphabetOf(word)));
  }
}

function addRun(drafts: Drafts, run: string, at: { document: number; weight: number }): void {
  const characters = [...run];
  const { single, pairs } = gramsOf(characters);
  for (const gram of [...single, ...pairs]) note(drafts.grams, gram, at);
  const syllables = characters.map((one) => syllableOf(one) ?? '?');
  addSyllables(drafts, { characters, syllables, at });
}

type Spoken = { characters: string[]; syllables: string[]; at: { document: number; weight: number } };

function addSyllables(drafts: Drafts, { characters, syllables, at }: Spoken): void {
  const written = gramsOf(characters);
  const spoken = gramsOf(syllables, ' ');
  const add = (sound: string, characters: string | undefined) => {
    note(drafts.syllables, sound, at);
    remember(drafts.shown, sound, characters ?? '');
  };
  spoken.single.forEach((sound, place) => add(sound, written.single[place]));
  spoken.pairs.forEach((sound, place) => add(sound, written.pairs[place]));
}

/** Of the forms of a word the shortest, and the first in the alphabet, is the one that dictionaries have. */
function rememberPlainest(shown: Map<string, string>, key: string, word: string): void {
  const known = shown.get(key);
  const isPlainer =
    known === undefined || word.length < known.length || (word.length === known.length && word < known);
  if (isPlainer) shown.set(key, word);
}

function remember(shown: Map<string, string>, key: string, word: string): void {
  if (!shown.has(key)) shown.set(key, word);
}

function* sealing(
  drafts: Drafts,
  { locale, documents }: Pick<TextIndex, 'locale' | 'documents'>,
): Steps<TextIndex> {
  const terms = function* <To extends { set(key: string, term: Term): unknown }>(
    to: To,
    draft: Draft,
    shown = new Map<string, string>(),
  ): Steps<To> {
    yield* eachOf(draft, ([key, held]) => {
      to.set(key, { postings: sealed(held, documents), shown: shown.get(key) ?? key });
    });
    return to;
  };
  return {
    ...{ locale, documents },
    words: yield* terms(new SearchableMap<Term>(), drafts.words),
    stems: yield* terms(new Map<string, Term>(), drafts.stems),
    sounds: yield* terms(new SearchableMap<Term>(), drafts.sounds, drafts.shown),
    alphabets: drafts.alphabets,
    grams: yield* terms(new Map<string, Term>(), drafts.grams),
    syllables: yield* terms(new Map<string, Term>(), drafts.syllables, drafts.shown),
  };
}
