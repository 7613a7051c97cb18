import { eachOf, type Steps } from '../../domain/in-slices.ts';
import type { Offers } from './offers.ts';
import type { Season } from './season.ts';

/** Departures of one outing that cost the same now; where nobody asks for prices, all of them. */
export type Lot = {
  outing: number;
  /** Minor units; NaN without a price, as `key`. */
  amount: number;
  /** Orders prices: each currency is a block of its own, roubles first. */
  key: number;
  positions: Uint32Array;
};

/** All lots, those of outing `n` from `first[n]` to before `first[n + 1]`, and which each position belongs to; never changed. */
export type Lots = { all: readonly Lot[]; first: Uint32Array; lotOf: Uint32Array };

/** The lots by price, and those of each outing; kept up to date by `lotsNow`. */
export type PriceBook = { groups: Lot[][]; lots: Lots };

/** One lot for each outing. */
export function wholeLots({ outings, outingOf }: Season): Lots {
  const all = outings.map(({ positions }, outing) => ({ outing, amount: NaN, key: NaN, positions }));
  return { all, first: Uint32Array.from({ length: all.length + 1 }, (_, place) => place), lotOf: outingOf };
}

/** Step by step, for whoever must not be held up. */
export function* openingPriceBook(season: Season, offers: Offers): Steps<PriceBook> {
  const groups: Lot[][] = [];
  yield* eachOf(season.outings.keys(), (outing) => {
    groups.push(lotsOf(season, outing, offers));
  });
  return { groups, lots: flattened(season, groups) };
}

/** The lots at the moment of the offers; only outings in which a price changed are sorted again. */
export function lotsNow(book: PriceBook, season: Season, offers: Offers): Lots {
  const { repriced } = offers;
  if (repriced.size === 0) return book.lots;
  for (const outing of repriced) book.groups[outing] = lotsOf(season, outing, offers);
  repriced.clear();
  return (book.lots = flattened(season, book.groups));
}

function flattened({ ids }: Season, groups: readonly Lot[][]): Lots {
  const all = groups.flat();
  const lotOf = new Uint32Array(ids.length);
  const first = new Uint32Array(groups.length + 1);
  groups.forEach((lots, outing) => (first[outing + 1] = (first[outing] as number) + lots.length));
  for (const [place, { positions }] of all.entries()) {
    for (const position of positions) lotOf[position] = place;
  }
  return { all, first, lotOf };
}

function lotsOf({ outings }: Season, outing: number, { key, amount }: Offers): Lot[] {
  const groups = Map.groupBy(outings[outing]?.positions ?? [], (position) => key[position] as number);
  return [...groups].map(([price, positions]) => ({
    ...{ outing, key: price, amount: amount[positions[0] as number] as number },
    positions: Uint32Array.from(positions),
  }));
}
