import type { Core } from '@strapi/strapi';
import type { EmbeddedPostgres } from '../../../database/embedded.ts';

interface TestHouse {
  folder?: string;
  server?: EmbeddedPostgres;
  strapi?: Core.Strapi;
}

const key = Symbol.for('gangway.test-house');
const shelf = globalThis as unknown as Record<symbol, TestHouse | undefined>;

/**
 * What this process started for its tests. jest loads setup, teardown and environment each on their own, so they meet
 * on the process and not in a module.
 */
export const testHouse = {
  get: (): TestHouse => shelf[key] ?? {},
  set: (changes: TestHouse): void => void (shelf[key] = { ...shelf[key], ...changes }),
};
