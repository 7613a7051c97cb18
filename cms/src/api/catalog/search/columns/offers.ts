import { currencies, type Money } from '@gangway/kit';
import { availabilityOf } from '../../domain/availability.ts';
import { type Departure, stateAt } from '../../domain/departure.ts';
import { eachOf, type Steps } from '../../domain/in-slices.ts';
import { type CatalogueNow, ownMoments, type Priced, pricing, spanAround } from '../../domain/offer-now.ts';
import type { Season } from './season.ts';

/** What each departure costs, and what it would have left if nobody had bought; kept up to date by `offersNow`. */
export type Offers = {
  version: number;
  /** Nothing changes by itself from `since` until before `soonest`. */
  since: number;
  soonest: number;
  /** When each changes by itself. */
  until: Float64Array;
  /** Minor units; NaN without a price, as `key`. */
  amount: Float64Array;
  /** Orders prices: each currency is a block of its own, roubles first. */
  key: Float64Array;
  places: Int32Array;
  /** What these columns were filled from. */
  seen: Departure[];
  /** Outings in which a price is another one than when this was last emptied. */
  repriced: Set<number>;
  /** Another number whenever `places` has changed. */
  edition: number;
};

export type Moment = Pick<CatalogueNow, 'snapshot' | 'now'>;

/** Step by step, for whoever must not be held up. */
export function* openingOffers(season: Season, { snapshot, now }: Moment): Steps<Offers> {
  const size = season.ids.length;
  const column = () => new Float64Array(size);
  const offers: Offers = {
    ...{ version: snapshot.version, since: -Infinity, soonest: Infinity, edition: 0 },
    ...{ until: column(), amount: column(), key: column(), places: new Int32Array(size) },
    ...{ seen: new Array<Departure>(size), repriced: new Set() },
  };
  const fill = filling(offers, season, { snapshot, now });
  yield* eachOf(season.ids.keys(), fill);
  offers.repriced.clear();
  return offers;
}

/** Brings the columns up to the moment: only what was replaced or has changed by itself is looked at. */
export function offersNow(offers: Offers, season: Season, moment: Moment): Offers {
  const { snapshot, now } = moment;
  const isDue = now < offers.since || now >= offers.soonest;
  if (!isDue && offers.version === snapshot.version) return offers;
  const stale = new Set([...replaced(offers, season, moment), ...(isDue ? due(offers, now) : [])]);
  if (isDue) offers.soonest = Infinity;
  const fill = filling(offers, season, moment);
  for (const position of stale) fill(position);
  if (isDue) offers.soonest = offers.until.reduce((least, until) => Math.min(least, until), Infinity);
  return Object.assign(offers, { version: snapshot.version, edition: offers.edition + 1 });
}

function replaced({ version, seen }: Offers, season: Season, { snapshot }: Moment): number[] {
  if (version === snapshot.version) return [];
  const changed = snapshot.changedSince(version);
  if (changed) return changed.flatMap((id) => season.positionOf.get(id) ?? []);
  return season.ids.flatMap((id, position) => (snapshot.byId.get(id) === seen[position] ? [] : position));
}

function* due({ since, until }: Offers, now: number): Iterable<number> {
  for (let position = 0; position < until.length; position += 1) {
    if (now < since || (until[position] as number) <= now) yield position;
  }
}

function filling(offers: Offers, season: Season, { snapshot, now }: Moment): (position: number) => void {
  const priced = pricing();
  return (position) => {
    const departure = snapshot.byId.get(season.ids[position] as string);
    if (!departure) return;
    const prices = priced(departure.tariffs, now);
    const span = spanAround(ownMoments(departure), now);
    const until = Math.min(span.until, prices.until);
    offers.since = Math.max(offers.since, span.from, prices.from);
    offers.soonest = Math.min(offers.soonest, until);
    offers.until[position] = until;
    offers.seen[position] = departure;
    offers.places[position] = placesOf(departure, prices, now);
    notePrice(offers, { position, outing: season.outingOf[position] as number, money: prices.priceFrom });
  };
}

type Pricing = { position: number; outing: number; money: Money | null };

const perCurrency = 1e13;

function notePrice({ amount, key, repriced }: Offers, { position, outing, money }: Pricing): void {
  const next = money ? currencies.indexOf(money.currency) * perCurrency + money.amount : NaN;
  if (Object.is(next, key[position])) return;
  key[position] = next;
  amount[position] = money?.amount ?? NaN;
  repriced.add(outing);
}

function placesOf(departure: Departure, { prices }: Priced, now: number): number {
  const { capacity, closesAt, event } = departure;
  return availabilityOf({
    ...{ capacity, closesAt, now, opensAt: event.salesStartAt, hasPrice: prices.length > 0, taken: 0 },
    state: stateAt(departure, now),
  }).left;
}
