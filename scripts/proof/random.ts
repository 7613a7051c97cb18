/** Chance that can be played again: the same seed makes the same choices in the same order. */
export interface Chance {
  /** From 0 on and below 1. */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  /** True so often out of a hundred. */
  percent(share: number): boolean;
  pick<T>(items: readonly [T, ...T[]] | readonly T[]): T;
  /** A chance of its own, so that one person's choices do not depend on another's timing. */
  fork(): Chance;
}

/** Mulberry32, public domain: small, quick, good enough for choices. */
export function chance(seed: number): Chance {
  const state = { seed: seed >>> 0 };
  const next = () => {
    state.seed = (state.seed + 0x6d2b79f5) >>> 0;
    let mixed = state.seed;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    between,
    percent: (share) => next() * 100 < share,
    pick: (items) => items[between(0, items.length - 1)] as (typeof items)[number],
    fork: () => chance(Math.floor(next() * 4_294_967_296)),
  };
}
