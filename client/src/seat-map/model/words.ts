import type { Place, Plan } from './layout.ts';

/** What everybody may know of a seat: of `GET /api/events/:id/seats` and of the live frames. */
export type Word = 'free' | 'sold' | 'reserved' | 'unknown';
export type Words = ReadonlyMap<string, Word>;

/** What a place looks like to this buyer. */
export type Look = Word | 'mine';

/** A frame of `WS /ws/seatmap`: the first of a connection names every seat, the others what has changed. */
export interface Frame {
  seq: number;
  seats: readonly (readonly [string, Word])[];
}

/** The public map as far as it is known; `seq` is undefined while a whole map is awaited. */
export interface Known {
  seq: number | undefined;
  words: Words;
}

export const wordsOf = (seats: readonly { seatCode: string; status: string }[]): Words =>
  new Map(seats.map(({ seatCode, status }) => [seatCode, wordOf(status)]));

/** What the asking session holds itself is reserved to everybody else. */
const wordOf = (status: string): Word =>
  status === 'free' || status === 'sold' || status === 'unknown' ? status : 'reserved';

/**
 * The map after a frame. One that names every seat needs no predecessor; another one is believed only when it follows
 * the last. After a gap nothing is, until the whole map comes again: `gap` says to ask for it.
 */
export function withFrame(known: Known, { seq, seats }: Frame, plan: Plan): Known & { gap: boolean } {
  const isWhole = seats.length >= plan.seats.size;
  if (isWhole) return { seq, words: new Map(seats), gap: false };
  if (known.seq === undefined) return { ...known, gap: false };
  if (seq !== known.seq + 1) return { seq: undefined, words: known.words, gap: true };
  return { seq, words: new Map([...known.words, ...seats]), gap: false };
}

/** Seats that were free a moment ago and are somebody's now. */
export const justTaken = (before: Words, after: Words): string[] =>
  [...after].flatMap(([code, word]) =>
    before.get(code) === 'free' && (word === 'reserved' || word === 'sold') ? code : [],
  );

/** Own seats about which the public map says that they are not held any more: the server has to be asked. */
export const doubtful = (before: Words, after: Words, own: readonly string[]): string[] =>
  own.filter((code) => before.get(code) === 'reserved' && after.get(code) !== 'reserved');

const order: readonly Word[] = ['sold', 'reserved', 'unknown', 'free'];

/** A table is as free as its least free seat. */
export function lookOf(place: Place, { words, own }: { words: Words; own: ReadonlySet<string> }): Look {
  if (place.seats.every(({ seatCode }) => own.has(seatCode))) return 'mine';
  const all = place.seats.map(({ seatCode }) => words.get(seatCode) ?? 'unknown');
  return order.find((word) => all.includes(word)) ?? 'unknown';
}
