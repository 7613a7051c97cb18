import { dayNumber, type Season } from './season.ts';

/** Positions in time. All of `sureFrom … sureTo` pass; what else lies in `first … last` has to be looked at. */
export type Window = {
  first: number;
  sureFrom: number;
  sureTo: number;
  last: number;
  passes: (position: number) => boolean;
};

const hour = 3_600_000;
const dayMs = 24 * hour;
// A calendar day begins somewhere on Earth 14 hours before it does in Greenwich, and 12 hours after.
const earliest = 14 * hour;
const latest = 12 * hour;

type Bound = { maybe: number; sure: number; passes: (position: number) => boolean };

export type Span = { from?: string | undefined; to?: string | undefined; now: number };

/** Without `from` only what has not left. Days are those of each departure's own zone; both ends are included. */
export function windowOf(season: Season, { from, to, now }: Span): Window {
  const lower = from ? startsFrom(season, from) : notLeft(season, now);
  const upper = to ? startsUntil(season, to) : endless(season);
  return {
    ...{ first: lower.maybe, last: Math.max(upper.maybe, lower.maybe) },
    ...{ sureFrom: lower.sure, sureTo: Math.max(upper.sure, lower.sure) },
    passes: (position) => lower.passes(position) && upper.passes(position),
  };
}

function endless({ ids }: Season): Bound {
  return { maybe: ids.length, sure: ids.length, passes: () => true };
}

function notLeft({ startAt, leavesAt, slack }: Season, now: number): Bound {
  return {
    maybe: firstAfter(startAt, now - slack),
    sure: firstAfter(startAt, now + slack),
    passes: (position) => (leavesAt[position] as number) > now,
  };
}

function startsFrom({ startAt, day }: Season, from: string): Bound {
  const at = Date.parse(from);
  if (!isDay(from)) {
    const first = firstFrom(startAt, at);
    return { maybe: first, sure: first, passes: (position) => (startAt[position] as number) >= at };
  }
  const wanted = dayNumber(from);
  return {
    maybe: firstFrom(startAt, at - earliest),
    sure: firstFrom(startAt, at + latest),
    passes: (position) => (day[position] as number) >= wanted,
  };
}

function startsUntil({ startAt, day }: Season, to: string): Bound {
  const at = Date.parse(to);
  if (!isDay(to)) {
    const last = firstAfter(startAt, at);
    return { maybe: last, sure: last, passes: (position) => (startAt[position] as number) <= at };
  }
  const wanted = dayNumber(to);
  return {
    maybe: firstFrom(startAt, at + dayMs + latest),
    sure: firstFrom(startAt, at + dayMs - earliest),
    passes: (position) => (day[position] as number) <= wanted,
  };
}

const isDay = (bound: string) => bound.length <= 10;

type Sorted = Float64Array | Uint32Array;

/** Where the first stands that is not less. */
export function firstFrom(sorted: Sorted, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the first stands that is greater. */
export function firstAfter(sorted: Sorted, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
