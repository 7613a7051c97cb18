import { type Currency, type Localized, type Money, money, zonedDay } from '@gangway/kit';
import type { EventState } from '../../domain/catalogue-rows.ts';
import { type Departure, facetsOf } from '../../domain/departure.ts';
import { type CatalogueNow, catalogueNow, type TakenPlaces } from '../../domain/offer-now.ts';
import { compareIds, type Snapshot } from '../../domain/snapshot.ts';
import type { Tariff } from '../../domain/tariff.ts';

/** What a departure of a test is made of; the rest is the same for all. */
export type Sample = {
  id: string;
  activity: {
    id: string;
    title: string;
    popularity: number | null;
    english: boolean;
    category: string | null;
  };
  berth: string | null;
  vessel: string | null;
  startAt: number;
  delayMinutes: number;
  timezone: string;
  state: EventState;
  capacity: number;
  price: { amount: number; currency: Currency } | null;
};

const named = (slug: string): { id: string; slug: string; name: Localized } => ({
  id: `id-${slug}`,
  slug,
  name: { ru: `${slug} ру`, en: `${slug} en`, zh: `${slug} 中` },
});

const hour = 3_600_000;

function berthOf(slug: string) {
  const berth = named(slug);
  return { ...berth, address: berth.name, city: berth.name };
}

/** A departure as the catalogue assembles it, as far as searching looks. */
export function departureOf(sample: Sample): Departure {
  const { id, startAt, delayMinutes, timezone, state, capacity, berth, vessel } = sample;
  const { category } = sample.activity;
  const leavesAt = startAt + delayMinutes * 60_000;
  const links = {
    activity: activityOf(sample.activity),
    seller: named('line'),
    vessel: vessel ? named(vessel) : undefined,
    berth: berth ? berthOf(berth) : undefined,
    route: undefined,
    categories: category ? [{ ...named(category), position: 0, archived: false }] : [],
  };
  return {
    ...links,
    ...{ id, leavesAt, closesAt: startAt, capacity, day: zonedDay(startAt, timezone) },
    event: { id, startAt, endAt: startAt + hour, timezone, state, delayMinutes, salesStartAt: null },
    facets: facetsOf(links as unknown as Departure),
    tariffs: sample.price ? [tariffOf(money(sample.price.amount, sample.price.currency))] : [],
  } as unknown as Departure;
}

function activityOf({ id, title, popularity, english }: Sample['activity']) {
  const text = (words: string) => ({ title: words, summary: `${words} summary` });
  const texts = { ru: text(title), ...(english ? { en: text(title) } : {}) };
  return { id, texts, facts: { kind: 'excursion', popularity } };
}

function tariffOf(total: Money): Tariff {
  const ticketType = { id: 'adult', occupiesPlace: true, proof: null, needsAdult: false, maxAge: null };
  return {
    ticketType,
    zone: null,
    candidates: [{ from: null, to: null, price: total, total }],
  } as unknown as Tariff;
}

/** The catalogue at `now` with nothing in it but the departures. */
export function catalogueOf(
  unsorted: readonly Departure[],
  { now, taken = new Map() }: { now: number; taken?: TakenPlaces },
): CatalogueNow {
  const departures = [...unsorted].sort(
    (left, right) => left.event.startAt - right.event.startAt || compareIds(left, right),
  );
  const snapshot = {
    version: 1,
    structure: {},
    changedSince: () => undefined,
    departures,
    byId: new Map(departures.map((departure) => [departure.id, departure])),
    turningPoints: [],
  } as unknown as Snapshot;
  return catalogueNow({ snapshot, taken, now });
}
