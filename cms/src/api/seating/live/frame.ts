import type { SeatStatus } from '../contract/event-seats.ts';

export type SeatWord = { seatCode: string; status: SeatStatus };

/** Seat codes with the words that hold for everybody. */
export type Words = ReadonlyMap<string, SeatStatus>;

/** One frame as it travels: the same bytes for every reader of the departure. */
export const frame = (seq: number, words: Iterable<readonly [string, SeatStatus]>): string =>
  JSON.stringify({ seq, seats: [...words] });

export const wordsOf = (seats: readonly SeatWord[]): Words =>
  new Map(seats.map(({ seatCode, status }) => [seatCode, status]));

export const isSamePlan = (before: Words, after: Words): boolean =>
  before.size === after.size && [...after.keys()].every((code) => before.has(code));

/** What has another word than before. */
export const changedWords = (before: Words, after: Words): [string, SeatStatus][] =>
  [...after].filter(([code, status]) => before.get(code) !== status);
