import { type Locale, locales, pick } from '@gangway/kit';
import { type FacetName, facetNames } from '../../contract/event-list.ts';
import type { Departure, FacetValue } from '../../domain/departure.ts';
import type { Steps } from '../../domain/in-slices.ts';

/** Departures of one activity from one berth along one route on one vessel: what words and filter values say is the same. */
export type Outing = {
  activity: number;
  /** Any of them. */
  example: Departure;
  positions: Uint32Array;
  /** Places of its values in the list of each facet. */
  values: Record<FacetName, number[]>;
  /** All of them, counted on from facet to facet. */
  allValues: number[];
};

export type Facet = {
  values: FacetValue[];
  /** How many values the facets before it have. */
  offset: number;
  /** Slugs and ids. */
  placeOf: ReadonlyMap<string, number>;
  /** Where each value's name stands in the alphabet. */
  rank: Record<Locale, Uint32Array>;
};

/** The departures as columns, in the order in which they leave; a position is a place in that order. */
export type Season = {
  ids: readonly string[];
  positionOf: ReadonlyMap<string, number>;
  startAt: Float64Array;
  leavesAt: Float64Array;
  /** Days since 1970 of the departure's own calendar. */
  day: Int32Array;
  outingOf: Uint32Array;
  /** Those of one activity side by side. */
  outings: Outing[];
  activities: number;
  /** 1 for each outing that is published in the language. */
  published: Record<Locale, Uint8Array>;
  facets: Record<FacetName, Facet>;
  /** The most by which a departure leaves off its time, in milliseconds. */
  slack: number;
};

const dayMs = 86_400_000;

export function dayNumber(day: string): number {
  return Date.parse(day) / dayMs;
}

/** `departures` in the order in which they leave. Yields now and then, for whoever must not be held up. */
export function* buildingSeason(departures: readonly Departure[]): Steps<Season> {
  const groups = yield* grouped(departures);
  const facets = facetsOf(groups);
  const outings = groups.map((group) => outingOf(group, facets));
  yield;
  const columns = yield* columnsOf(departures);
  const outingAt = new Uint32Array(departures.length);
  outings.forEach(({ positions }, outing) => positions.forEach((position) => (outingAt[position] = outing)));
  const published = publishedIn(outings);
  return { ...columns, outingOf: outingAt, outings, activities: activitiesIn(outings), published, facets };
}

function publishedIn(outings: readonly Outing[]): Season['published'] {
  const marks = (locale: Locale) =>
    Uint8Array.from(outings, ({ example }) => (example.activity.texts[locale] ? 1 : 0));
  return Object.fromEntries(locales.map((locale) => [locale, marks(locale)])) as Season['published'];
}

const slice = 4_096;

type Group = { activity: number; example: Departure; positions: number[] };

function* grouped(departures: readonly Departure[]): Steps<Group[]> {
  const activities = new Map<string, Map<string, Group>>();
  for (const [position, departure] of departures.entries()) {
    if (position % slice === slice - 1) yield;
    groupIn(activities, departure).positions.push(position);
  }
  return [...activities.values()].flatMap((groups) => [...groups.values()]);
}

function groupIn(activities: Map<string, Map<string, Group>>, departure: Departure): Group {
  const { activity, berth, route, vessel } = departure;
  const known = activities.get(activity.id);
  const groups = known ?? new Map<string, Group>();
  if (!known) activities.set(activity.id, groups);
  const key = `${berth?.id}.${route?.id}.${vessel?.id}`;
  const group = groups.get(key) ?? {
    activity: known ? firstOf(known).activity : activities.size - 1,
    example: departure,
    positions: [],
  };
  groups.set(key, group);
  return group;
}

function firstOf(groups: Map<string, Group>): Group {
  return groups.values().next().value as Group;
}

function activitiesIn(outings: readonly Outing[]): number {
  return (outings.at(-1)?.activity ?? -1) + 1;
}

type Columns = Pick<Season, 'ids' | 'positionOf' | 'startAt' | 'leavesAt' | 'day' | 'slack'>;

function* columnsOf(departures: readonly Departure[]): Steps<Columns> {
  const size = departures.length;
  const columns = {
    startAt: new Float64Array(size),
    leavesAt: new Float64Array(size),
    day: new Int32Array(size),
  };
  const positionOf = new Map<string, number>();
  const days = new Map<string, number>();
  let slack = 0;
  for (const [position, { id, event, leavesAt, day }] of departures.entries()) {
    if (position % slice === slice - 1) yield;
    columns.startAt[position] = event.startAt;
    columns.leavesAt[position] = leavesAt;
    columns.day[position] = known(days, day, dayNumber);
    positionOf.set(id, position);
    slack = Math.max(slack, Math.abs(leavesAt - event.startAt));
  }
  return { ...columns, positionOf, ids: [...positionOf.keys()], slack };
}

function known<Key, Value>(values: Map<Key, Value>, key: Key, work: (key: Key) => Value): Value {
  const value = values.get(key) ?? work(key);
  values.set(key, value);
  return value;
}

function facetsOf(groups: readonly Group[]): Season['facets'] {
  let offset = 0;
  const entries = facetNames.map((name) => {
    const facet = facetOf(
      groups.flatMap(({ example }) => example.facets[name]),
      offset,
    );
    offset += facet.values.length;
    return [name, facet];
  });
  return Object.fromEntries(entries) as Season['facets'];
}

function facetOf(all: readonly FacetValue[], offset: number): Facet {
  const values = [...new Map(all.map((value) => [value.id, value])).values()];
  const places = values.flatMap(({ value, id }, place): [string, number][] => [
    [value, place],
    [id, place],
  ]);
  const rank = Object.fromEntries(locales.map((locale) => [locale, ranked(values, locale)]));
  return { values, offset, placeOf: new Map(places), rank: rank as Facet['rank'] };
}

function ranked(values: readonly FacetValue[], locale: Locale): Uint32Array {
  const { compare } = new Intl.Collator(locale);
  const names = values.map(({ name }) => pick(name, locale));
  const order = [...names.keys()].sort((left, right) =>
    compare(names[left] as string, names[right] as string),
  );
  const ranks = new Uint32Array(values.length);
  order.forEach((place, rank) => (ranks[place] = rank));
  return ranks;
}

function outingOf({ activity, example, positions }: Group, facets: Season['facets']): Outing {
  const values = facetNames.map((name): [FacetName, number[]] => [
    name,
    [...new Set(example.facets[name].map(({ id }) => facets[name].placeOf.get(id) as number))],
  ]);
  return {
    ...{ activity, example, positions: Uint32Array.from(positions) },
    values: Object.fromEntries(values) as Outing['values'],
    allValues: values.flatMap(([name, places]) => places.map((place) => facets[name].offset + place)),
  };
}
