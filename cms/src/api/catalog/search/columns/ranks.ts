import type { SortOrder } from '../../contract/event-filters.ts';
import type { Found } from './find.ts';
import type { Lot, Lots } from './lots.ts';
import type { Season } from './season.ts';

export type Ranking = { season: Season; lots: Lots; sort: SortOrder; scores: Float32Array | undefined };

/** A number for each lot: the smaller stands first. */
export function rankOf({ season, sort, scores }: Omit<Ranking, 'lots'>): (lot: Lot) => number {
  const popularity = ({ outing }: Lot) => season.outings[outing]?.example.activity.facts.popularity ?? 0;
  const last = (key: number) => (Number.isNaN(key) ? Infinity : key);
  switch (sort) {
    case 'price':
      return ({ key }) => last(key);
    case '-price':
      return ({ key }) => last(-key);
    case 'popularity':
      return popularity;
    case '-popularity':
      return (lot) => -popularity(lot);
    case 'relevance':
      return ({ outing }) => -(scores?.[outing] ?? 0);
    case 'time':
    case '-time':
      return () => 0;
  }
}

/** Chosen lots of one rank together, the first rank first; no further than somebody asks. */
export function* groupsInOrder(
  ranking: Ranking,
  found: Pick<Found, 'chosen' | 'counts'>,
): Iterable<number[]> {
  if (ranking.sort.endsWith('time')) return yield found.chosen;
  const { places, ranks } = inOrder(ranking, found);
  let group: number[] = [];
  for (const place of places) {
    if (found.counts[place] === 0) continue;
    if (group.length > 0 && ranks[place] !== ranks[group[0] as number]) {
      yield group;
      group = [];
    }
    group.push(place);
  }
  if (group.length > 0) yield group;
}

type Order = { places: Uint32Array; ranks: Float64Array };

const kept = new WeakMap<Lots, Map<SortOrder, Order>>();

/** Words rank only what they find; every other order is one of all lots, and kept with them. */
function inOrder(ranking: Ranking, { chosen }: Pick<Found, 'chosen'>): Order {
  const { lots, sort } = ranking;
  if (sort === 'relevance') return orderOf(ranking, chosen);
  const orders = kept.get(lots) ?? new Map<SortOrder, Order>();
  kept.set(lots, orders);
  const order = orders.get(sort) ?? orderOf(ranking, lots.all.keys());
  orders.set(sort, order);
  return order;
}

function orderOf(ranking: Ranking, wanted: Iterable<number>): Order {
  const { all } = ranking.lots;
  const rank = rankOf(ranking);
  const ranks = new Float64Array(all.length);
  const places = Uint32Array.from(wanted);
  for (const place of places) ranks[place] = rank(all[place] as Lot);
  places.sort((left, right) => apart(ranks[left] as number, ranks[right] as number));
  return { places, ranks };
}

export function apart(left: number, right: number): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
