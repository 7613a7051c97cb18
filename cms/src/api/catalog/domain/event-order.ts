import { currencies } from '@gangway/kit';
import type { SortOrder } from '../contract/event-filters.ts';
import type { Departure } from './departure.ts';
import type { CatalogueNow } from './offer-now.ts';
import { compareIds } from './snapshot.ts';

/** Sorts a copy; equal ones, and in both directions, leave early first. Those without a price come last. */
export function inOrder(departures: Departure[], sort: SortOrder, catalogue: CatalogueNow): Departure[] {
  const [key, down] = sort.startsWith('-') ? [sort.slice(1), true] : [sort, false];
  if (key === 'time') return down ? [...departures].sort((left, right) => byTime(right, left)) : departures;
  const value = key === 'price' ? priceValue(catalogue) : popularity;
  return [...departures].sort(
    (left, right) => byValue({ left: value(left), right: value(right), down }) || byTime(left, right),
  );
}

function byTime(left: Departure, right: Departure): number {
  return left.event.startAt - right.event.startAt || compareIds(left, right);
}

type Pair = { left: number | undefined; right: number | undefined; down: boolean };

function byValue({ left, right, down }: Pair): number {
  if (left === undefined || right === undefined)
    return Number(left === undefined) - Number(right === undefined);
  return down ? right - left : left - right;
}

function popularity({ activity }: Departure): number {
  return activity.facts.popularity ?? 0;
}

const perCurrency = 1e13;

// Prices of two currencies do not compare: each currency forms a block of its own, roubles first.
function priceValue({ offerOf }: CatalogueNow) {
  return (departure: Departure): number | undefined => {
    const price = offerOf(departure).priceFrom;
    return price ? currencies.indexOf(price.currency) * perCurrency + price.amount : undefined;
  };
}
