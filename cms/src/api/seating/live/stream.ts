import type { SeatStatus } from '../contract/event-seats.ts';
import { type Frame, frame, type Word } from './frame.ts';
import type { Farewell } from './terms.ts';

/** One open map. */
export interface Reader {
  send: (frame: Frame) => void;
  leave: (farewell: Farewell) => void;
}

/** The map of one departure as everybody sees it, and those who watch it. */
export interface Stream {
  /** How many watch. */
  size: () => number;
  /** Adds a reader, who gets the whole map first. */
  join: (reader: Reader) => void;
  leave: (reader: Reader) => void;
  /** The whole map once more. */
  repeat: (reader: Reader) => void;
  /** Tells all readers what is different now. */
  advance: (words: Iterable<Word>) => void;
  /** Whether a frame is still on its way to the last readers. */
  isTelling: () => boolean;
  end: (farewell: Farewell) => void;
}

/** How many are written to before others have their turn. */
const slice = 500;

type State = {
  seq: number;
  words: Map<string, SeatStatus>;
  snapshot: Frame;
  /** With the number of the last frame each was sent. */
  readers: Map<Reader, number>;
  waiting: Frame[];
  telling: boolean;
  settled: (ms: number) => void;
};

/** `settled` is called when readers were so many that others had their turn between them: how long it took. */
export function seatStream(first: Iterable<Word>, settled: (ms: number) => void = () => undefined): Stream {
  const words = new Map(first);
  const state: State = {
    ...{ seq: 1, words, snapshot: frame(1, () => words), readers: new Map() },
    ...{ waiting: [], telling: false, settled },
  };
  const repeat = (reader: Reader) => {
    state.readers.set(reader, state.seq);
    reader.send(state.snapshot);
  };
  return {
    size: () => state.readers.size,
    join: repeat,
    leave: (reader) => void state.readers.delete(reader),
    repeat,
    advance: (after) => advance(state, after),
    isTelling: () => state.telling,
    end: (farewell) => [...state.readers.keys()].forEach((reader) => reader.leave(farewell)),
  };
}

function advance(state: State, after: Iterable<Word>): void {
  const changed = [...after].filter(([code, word]) => isOther(state.words.get(code), word));
  if (changed.length === 0) return;
  for (const [code, word] of changed) state.words.set(code, word);
  state.seq += 1;
  // Made when somebody joins: a hall in a rush changes at every moment.
  state.snapshot = frame(state.seq, () => state.words);
  state.waiting.push(frame(state.seq, () => changed));
  if (!state.telling) tell(state, performance.now());
}

/** A place that is not on the map has no word. */
const isOther = (before: SeatStatus | undefined, after: SeatStatus): boolean =>
  before !== undefined && before !== after;

/** Writes to the readers in slices: with thousands of them nobody else waits for the last. */
function tell(state: State, began: number): void {
  const next = state.waiting.shift();
  state.telling = next !== undefined;
  if (!next) return;
  const readers = [...state.readers.keys()];
  const goOn = (from: number) => {
    for (const reader of readers.slice(from, from + slice)) tellOne(state, reader, next);
    if (from + slice < readers.length) return void setImmediate(goOn, from + slice);
    tell(state, began);
    if (from > 0 && !state.telling) state.settled(performance.now() - began);
  };
  goOn(0);
}

/** Not to those who have left, nor to those who have had it with a whole map. */
function tellOne({ readers }: State, reader: Reader, next: Frame): void {
  const known = readers.get(reader);
  if (known === undefined || known >= next.seq) return;
  readers.set(reader, next.seq);
  reader.send(next);
}
