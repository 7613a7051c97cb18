import { otherLayout } from './keyboard.ts';
import { type Hits, keptWhere } from './postings.ts';
import type { TextIndex } from './text-index.ts';
import { hitsOf, type Reach } from './word-hits.ts';
import { plain, tellingWords, wordsIn } from './words.ts';

/** How well each document answers; 0 is not at all. `searchedFor` says what was looked for when it is not what was typed. */
export type TextAnswer = { scores: Float32Array; found: boolean; searchedFor?: string };

/** So many words of a query are looked for, whatever else it says: the work of a query has a bound. */
const mostWords = 12;

/** Undefined when the query has no words: it asks for nothing and lets everything through. */
export function askText(index: TextIndex, query: string): TextAnswer | undefined {
  const text = plain(query);
  const typed = wordsOf(text);
  if (typed.length === 0) return undefined;
  const asTyped = read(index, typed, 'typed');
  if (asTyped.scores) return { scores: asTyped.scores, found: true };
  return repaired(index, typed, text, asTyped) ?? { scores: new Float32Array(index.documents), found: false };
}

function wordsOf(text: string): string[] {
  return tellingWords(wordsIn(text)).slice(0, mostWords);
}

type Reading = { words: string[]; hits: (Hits | undefined)[]; scores?: Float32Array };

/** Documents that every word hits. */
function read(index: TextIndex, words: string[], reach: Reach): Reading {
  const hits = words.map((word) => hitsOf(index, word, reach));
  if (hits.includes(undefined)) return { words, hits };
  const scores = together(index, hits as Hits[], hits.length);
  return scores ? { words, hits, scores } : { words, hits };
}

function together(index: TextIndex, hits: readonly Hits[], wanted: number): Float32Array | undefined {
  const sums = new Float32Array(index.documents);
  const counts = new Uint8Array(index.documents);
  for (const { scores } of hits) {
    for (let document = 0; document < sums.length; document += 1) {
      const score = scores[document] as number;
      if (score === 0) continue;
      sums[document] = (sums[document] as number) + score;
      counts[document] = (counts[document] as number) + 1;
    }
  }
  return keptWhere(sums, (document) => (counts[document] as number) >= wanted);
}

// Words that are all known but stand nowhere together are no mistake of typing: nothing is put in their place.
function repaired(index: TextIndex, typed: string[], text: string, asTyped: Reading): TextAnswer | undefined {
  if (!asTyped.hits.includes(undefined)) return mostOf(index, asTyped);
  const swapped = wordsOf(inOtherLayout(index, text));
  const tries: [string[], Reach][] = [
    [swapped, 'typed'],
    [typed, 'converted'],
    [swapped, 'converted'],
    [typed, 'near'],
    [swapped, 'near'],
  ];
  for (const [words, reach] of tries) {
    const reading = read(index, words, reach);
    if (reading.scores) return { scores: reading.scores, found: true, searchedFor: shown(reading, reach) };
  }
  return mostOf(index, read(index, typed, 'near'));
}

/** Pieces that hit nothing as typed, as the other keyboard layout would have written them. */
function inOtherLayout(index: TextIndex, text: string): string {
  const pieces = text.split(/\s+/).filter(Boolean).slice(0, mostWords);
  return pieces.map((piece) => (isKnown(index, piece) ? piece : plain(otherLayout(piece)))).join(' ');
}

function isKnown(index: TextIndex, piece: string): boolean {
  const words = wordsIn(piece);
  return words.length > 0 && words.every((word) => hitsOf(index, word, 'typed'));
}

/** Of three words or more one may be missing. */
function mostOf(index: TextIndex, reading: Reading): TextAnswer | undefined {
  const { words, hits } = reading;
  if (words.length < 3) return undefined;
  const known = hits.filter((one) => one !== undefined);
  const scores = together(index, known, words.length - 1);
  return scores && { scores, found: true, searchedFor: shown(reading, 'near') };
}

function shown({ words, hits }: Reading, reach: Reach): string {
  const texts = words.map((word, place) => (reach === 'typed' ? word : (hits[place]?.shown ?? '')));
  return texts.filter(Boolean).join(' ');
}
