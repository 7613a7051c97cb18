import { changedWords, frame, isSamePlan, type Words } from './frame.ts';
import type { Farewell } from './terms.ts';

/** One open map. */
export interface Reader {
  send: (bytes: string) => void;
  leave: (farewell: Farewell) => void;
}

/** The map of one departure as everybody sees it, and those who watch it. */
export interface Stream {
  readonly readers: ReadonlySet<Reader>;
  /** Adds a reader, who gets the whole map first. */
  join: (reader: Reader) => void;
  leave: (reader: Reader) => void;
  /** The whole map once more. */
  repeat: (reader: Reader) => void;
  /** Tells all readers what is different now; false when the plan is another: then nobody was told. */
  advance: (words: Words) => boolean;
  end: (farewell: Farewell) => void;
}

export function seatStream(first: Words): Stream {
  const readers = new Set<Reader>();
  const state = { seq: 1, words: first, snapshot: frame(1, first) };
  const end = (farewell: Farewell) => readers.forEach((reader) => reader.leave(farewell));
  const tell = (words: Words) => {
    const changed = changedWords(state.words, words);
    if (changed.length === 0) return;
    const seq = state.seq + 1;
    Object.assign(state, { seq, words, snapshot: frame(seq, words) });
    const bytes = frame(seq, changed);
    readers.forEach((reader) => reader.send(bytes));
  };
  const repeat = (reader: Reader) => reader.send(state.snapshot);
  return {
    ...{ readers, repeat, end },
    join: (reader) => {
      readers.add(reader);
      repeat(reader);
    },
    leave: (reader) => void readers.delete(reader),
    advance: (words) => {
      if (!isSamePlan(state.words, words)) return false;
      tell(words);
      return true;
    },
  };
}
