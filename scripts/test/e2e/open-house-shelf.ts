import type { OpenHouse } from './house-under-test.ts';

interface Shelf {
  run?: string;
  house?: OpenHouse;
}

const key = Symbol.for('gangway.open-house');
const shelf = globalThis as unknown as Record<symbol, Shelf | undefined>;

/** jest loads setup and teardown each on their own, so they meet on the process. */
export const openHouseShelf = {
  get: (): Shelf => shelf[key] ?? {},
  set: (content: Shelf): void => void (shelf[key] = content),
};
