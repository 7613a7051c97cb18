import type { Core } from '@strapi/strapi';
import { perStrapi } from '../../../frame/per-strapi.ts';
import type { DeskSearch } from '../domain/desk-search.ts';

/**
 * Searches by words alone that found more than is counted. Orders come and none goes, so they still do, as long as no
 * order has lost words since: counting them again would look a surname up that thirty thousand bear.
 */
export interface ManyFound {
  has(search: DeskSearch): boolean;
  /** `losses`: of the moment at which it was counted. */
  keep(search: DeskSearch, losses: string): void;
  /** Whether it is true at a moment with so many losses; what is not is forgotten. */
  holds(search: DeskSearch, losses: string): boolean;
}

export const manyFound: (strapi: Core.Strapi) => ManyFound = perStrapi(() => createManyFound());

const mostKept = 1_000;

export function createManyFound(): ManyFound {
  const kept = new Map<string, string>();
  return {
    has: (search) => kept.has(wordsOf(search) ?? ''),
    keep(search, losses) {
      const words = wordsOf(search);
      if (words === undefined) return;
      if (kept.size >= mostKept) kept.clear();
      kept.set(words, losses);
    },
    holds(search, losses) {
      const words = wordsOf(search) ?? '';
      if (kept.get(words) === losses) return true;
      kept.delete(words);
      return false;
    },
  };
}

/** Undefined when something else is looked for as well: states change, and what was found by them is found no more. */
function wordsOf({ now: _, text, textNumber, textPhoneEnd, ...others }: DeskSearch): string | undefined {
  return Object.values(others).every((wish) => wish === undefined) ? text : undefined;
}
