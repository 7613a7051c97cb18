import type { Money } from '@gangway/kit';
import type { Availability } from '../contract/event-item.ts';
import { availabilityOf } from './availability.ts';
import { type Departure, stateAt } from './departure.ts';
import type { Snapshot } from './snapshot.ts';
import { type CurrentPrice, currentPrices, priceFrom, type Tariff } from './tariff.ts';

/** How many places of a departure are held or sold, by its id; absent means none. */
export type TakenPlaces = ReadonlyMap<string, number>;

/** What a departure offers at one moment. */
export type Offer = { prices: CurrentPrice[]; priceFrom: Money | null; availability: Availability };

/** The catalogue at one moment. Between two turning points every answer of one day stays the same. */
export type CatalogueNow = {
  snapshot: Snapshot;
  now: number;
  offerOf: (departure: Departure) => Offer;
};

export type MomentSource = { snapshot: Snapshot; taken: TakenPlaces; now: number };

export function catalogueNow({ snapshot, taken, now }: MomentSource): CatalogueNow {
  const offers = new Map<string, Offer>();
  const pricing = pricingAt(now);
  const offerOf = (departure: Departure): Offer => {
    const known = offers.get(departure.id) ?? offerAt(departure, { taken, now, pricing });
    offers.set(departure.id, known);
    return known;
  };
  return { snapshot, now, offerOf };
}

type Pricing = (tariffs: readonly Tariff[]) => Pick<Offer, 'prices' | 'priceFrom'>;

// Many departures share one tariff: its prices are looked up once.
function pricingAt(now: number): Pricing {
  const known = new Map<readonly Tariff[], ReturnType<Pricing>>();
  return (tariffs) => {
    const found = known.get(tariffs) ?? pricesAt(tariffs, now);
    known.set(tariffs, found);
    return found;
  };
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

function pricesAt(tariffs: readonly Tariff[], now: number): ReturnType<Pricing> {
  const prices = currentPrices(tariffs, now);
  return { prices, priceFrom: priceFrom(prices) };
}

type OfferSource = { taken: TakenPlaces; now: number; pricing: Pricing };

function offerAt(departure: Departure, { taken, now, pricing }: OfferSource): Offer {
  const { tariffs, capacity, event, closesAt } = departure;
  const priced = pricing(tariffs);
  const availability = availabilityOf({
    ...{ capacity, now, closesAt, opensAt: event.salesStartAt },
    state: stateAt(departure, now),
    taken: taken.get(departure.id) ?? 0,
    hasPrice: priced.prices.length > 0,
  });
  return { ...priced, availability };
}
