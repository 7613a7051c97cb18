import type { Money } from '@gangway/kit';
import type { Availability } from '../contract/event-item.ts';
import { availabilityOf } from './availability.ts';
import { type Departure, stateAt } from './departure.ts';
import type { Snapshot } from './snapshot.ts';
import { type CurrentPrice, currentPrices, priceFrom } from './tariff.ts';

/** How many places of a departure are held or sold, by its id; absent means none. */
export type TakenPlaces = ReadonlyMap<string, number>;

/** What a departure offers at one moment. */
export type Offer = { prices: CurrentPrice[]; priceFrom: Money | null; availability: Availability };

/**
 * The catalogue at one moment. Between two turning points every answer stays the same, so `key` names the answers:
 * same key, same answers.
 */
export type CatalogueNow = {
  snapshot: Snapshot;
  now: number;
  key: string;
  offerOf: (departure: Departure) => Offer;
};

export type MomentSource = { snapshot: Snapshot; taken: TakenPlaces; now: number };

export function catalogueNow({ snapshot, taken, now }: MomentSource): CatalogueNow {
  const offers = new Map<string, Offer>();
  const offerOf = (departure: Departure): Offer => {
    const known = offers.get(departure.id) ?? offerAt(departure, { taken, now });
    offers.set(departure.id, known);
    return known;
  };
  return { snapshot, now, key: `${snapshot.version}.${turnsBefore(snapshot, now)}`, offerOf };
}

/** How many turning points the moment has passed, the one it falls on included. */
export function turnsBefore({ turningPoints }: Pick<Snapshot, 'turningPoints'>, now: number): number {
  let low = 0;
  let high = turningPoints.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((turningPoints[middle] ?? Infinity) <= now) low = middle + 1;
    else high = middle;
  }
  return low;
}

function offerAt(departure: Departure, { taken, now }: { taken: TakenPlaces; now: number }): Offer {
  const { tariffs, capacity, event, closesAt } = departure;
  const prices = currentPrices(tariffs, now);
  const availability = availabilityOf({
    ...{ capacity, now, closesAt, opensAt: event.salesStartAt },
    state: stateAt(departure, now),
    taken: taken.get(departure.id) ?? 0,
    hasPrice: prices.length > 0,
  });
  return { prices, priceFrom: priceFrom(prices), availability };
}
