import { drawing } from '../load/scenarios/read.ts';

export type Chance = ReturnType<typeof chance>;

/** Luck that is the same for the same seed. */
export function chance(seed: number) {
  const draw = drawing(seed);
  const below = (limit: number) => Math.floor(draw() * limit);
  return {
    below,
    percent: (share: number) => draw() * 100 < share,
    pick: <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item,
  };
}
