import type { Deed } from './deeds.ts';
import { explain, pointsOf } from './explain.ts';
import type { Explaining, Point } from './explain.ts';
import type { ShopState } from './shop-state.ts';

/** Every way in which the model can believe what happened, and what it said to the ways that it cannot. */
export type Explanation = { states: ShopState[]; objections: string[] };

/**
 * What several deeds that were under way at once did, had they been done one after the other in some order. More than
 * one state may come of it: what happens next tells which.
 */
export function explainTogether(
  before: readonly ShopState[],
  deeds: readonly Deed[],
  explaining: Explaining,
): Explanation {
  const found = new Map<string, ShopState>();
  const objections = new Set<string>();
  for (const state of before) {
    walk({ state, lanes: deeds.map(pointsOf) }, { explaining, found, objections });
  }
  return { states: [...found.values()], objections: [...objections] };
}

type Place = { state: ShopState; lanes: Point[][] };
type Search = { explaining: Explaining; found: Map<string, ShopState>; objections: Set<string> };

function walk({ state, lanes }: Place, search: Search): void {
  if (lanes.every((lane) => lane.length === 0)) return void search.found.set(keyOf(state), state);
  lanes.forEach(([point, ...rest], at) => {
    if (!point) return;
    const verdict = explain(state, point, search.explaining);
    if ('why' in verdict) return void search.objections.add(`${point.deed.command.do}: ${verdict.why}`);
    walk({ state: verdict.next, lanes: lanes.with(at, rest) }, search);
  });
}

/** States that differ only in the order in which things were written down are one. */
function keyOf({ holds, orders }: ShopState): string {
  const sorted = holds.map((hold) => ({ ...hold, seats: [...hold.seats].sort() }));
  const byId = Object.values(orders).sort((left, right) => (left.id < right.id ? -1 : 1));
  return JSON.stringify([sorted.sort((left, right) => (left.id < right.id ? -1 : 1)), byId]);
}
