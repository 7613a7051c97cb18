import type { Money } from '@gangway/kit';
import type { Availability } from '../contract/event-item.ts';
import { availabilityOf } from './availability.ts';
import { type Departure, stateAt } from './departure.ts';
import type { Snapshot } from './snapshot.ts';
import { type CurrentPrice, currentPrices, priceFrom, type Tariff } from './tariff.ts';

/** How many places of a departure are held or sold, by its id; absent means none. Never changed, only replaced. */
export type TakenPlaces = ReadonlyMap<string, number>;

/** What a departure offers at one moment. */
export type Offer = { prices: CurrentPrice[]; priceFrom: Money | null; availability: Availability };

/** The catalogue at one moment. Between two turning points every answer of one day stays the same. */
export type CatalogueNow = {
  snapshot: Snapshot;
  now: number;
  taken: TakenPlaces;
  /** The same object as long as nothing about it changes. An answer that asks is made anew when it does. */
  offerOf: (departure: Departure) => Offer;
  /** For an answer that looks at prices or places of more departures than it asks for. */
  dependsOnOffers: () => void;
};

export type MomentSource = { snapshot: Snapshot; taken: TakenPlaces; now: number; offers?: OfferBook };

export function catalogueNow({ snapshot, taken, now, offers = offerBook() }: MomentSource): CatalogueNow {
  const offerOf = (departure: Departure) => offers(departure, { taken: taken.get(departure.id) ?? 0, now });
  return { snapshot, now, taken, offerOf, dependsOnOffers: () => undefined };
}

/** The first moment from which something may differ, and the one before which nothing did. */
export type Span = { from: number; until: number };

export const holdsAt = ({ from, until }: Span, now: number): boolean => from <= now && now < until;

/** Offers that were made, each kept while it holds. */
export type OfferBook = (departure: Departure, at: { taken: number; now: number }) => Offer;

type Kept = Span & { offer: Offer; taken: number };
export type Priced = Span & Pick<Offer, 'prices' | 'priceFrom'>;

export function offerBook(): OfferBook {
  const kept = new WeakMap<Departure, Kept>();
  const priced = pricing();
  return (departure, { taken, now }) => {
    const known = kept.get(departure);
    if (known && known.taken === taken && holdsAt(known, now)) return known.offer;
    const prices = priced(departure.tariffs, now);
    const span = narrowed(spanAround(ownMoments(departure), now), prices);
    const offer = offerAt({ departure, taken, now, prices });
    kept.set(departure, { offer, taken, ...span });
    return offer;
  };
}

/** Many departures share one tariff: its prices are looked up once. */
export function pricing(): (tariffs: readonly Tariff[], now: number) => Priced {
  const kept = new WeakMap<readonly Tariff[], Priced>();
  return (tariffs, now) => {
    const known = kept.get(tariffs);
    if (known && holdsAt(known, now)) return known;
    const prices = currentPrices(tariffs, now);
    const moments = tariffs.flatMap(({ candidates }) => candidates.flatMap(({ from, to }) => [from, to]));
    const fresh = { prices, priceFrom: priceFrom(prices), ...spanAround(moments, now) };
    kept.set(tariffs, fresh);
    return fresh;
  };
}

/** When a departure begins or ceases to offer something by itself; its prices have moments of their own. */
export const ownMoments = ({ event, closesAt, leavesAt }: Departure) => [
  event.salesStartAt,
  closesAt,
  leavesAt,
  event.endAt + (leavesAt - event.startAt),
];

/** Between the neighbours of the moment. */
export function spanAround(moments: readonly (number | null)[], now: number): Span {
  const span = { from: -Infinity, until: Infinity };
  for (const at of moments) {
    if (at === null) continue;
    if (at <= now) span.from = Math.max(span.from, at);
    else span.until = Math.min(span.until, at);
  }
  return span;
}

const narrowed = (left: Span, right: Span): Span => ({
  from: Math.max(left.from, right.from),
  until: Math.min(left.until, right.until),
});

type OfferSource = { departure: Departure; taken: number; now: number; prices: Priced };

function offerAt({ departure, taken, now, prices: { prices, priceFrom: from } }: OfferSource): Offer {
  const { capacity, event, closesAt } = departure;
  const availability = availabilityOf({
    ...{ capacity, now, closesAt, taken, opensAt: event.salesStartAt },
    state: stateAt(departure, now),
    hasPrice: prices.length > 0,
  });
  return { prices, priceFrom: from, availability };
}

const minute = 60_000;

/** Until when an answer of this moment holds if no table changes: at most to the next whole minute. */
export function spanOf({ turningPoints }: Pick<Snapshot, 'turningPoints'>, now: number): Span {
  const began = Math.floor(now / minute) * minute;
  const passed = passedBy(turningPoints, now);
  return {
    from: Math.max(began, turningPoints[passed - 1] ?? -Infinity),
    until: Math.min(began + minute, turningPoints[passed] ?? Infinity),
  };
}

/** A number that differs between moments between which something may have changed by itself. */
export function turnsBefore({ turningPoints }: Pick<Snapshot, 'turningPoints'>, now: number): number {
  return Math.floor(now / minute) + passedBy(turningPoints, now);
}

/** How many of them the moment has passed, the one it falls on included. */
function passedBy(turningPoints: readonly number[], now: number): number {
  let low = 0;
  let high = turningPoints.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((turningPoints[middle] ?? Infinity) <= now) low = middle + 1;
    else high = middle;
  }
  return low;
}
