import type { Locale } from '@gangway/kit';
import type { EventFilters } from '../../contract/event-filters.ts';
import { type FacetName, facetNames } from '../../contract/event-list.ts';
import type { Lot, Lots } from './lots.ts';
import type { Facet, Outing, Season } from './season.ts';
import { firstFrom, type Window } from './window.ts';
import { type Room, windowCounts } from './window-counts.ts';

export type Choice = {
  season: Season;
  lots: Lots;
  window: Window;
  filters: EventFilters;
  locale: Locale;
  /** How well each outing answers the words; 0 is not at all. Undefined when none were asked for. */
  scores: Float32Array | undefined;
  /** Undefined when any departure will do. */
  room: Room | undefined;
  /** Count activities instead of departures. */
  byActivity: boolean;
};

export type Found = {
  /** Places of the lots that have a match, in their order. */
  chosen: number[];
  /** How many departures of each lot match; 0 for those that are not chosen. */
  counts: Uint32Array;
  /** Whether a position of a chosen lot matches. */
  accepts: (position: number) => boolean;
  /** Whether all of the lots between the bounds of the window match. */
  open: boolean;
  /** For each value of each facet how many match with all other filters applied. */
  tallies: Record<FacetName, Uint32Array>;
};

/** Everything that matches, lot by lot. */
export function find(choice: Choice): Found {
  const { season, lots } = choice;
  const accepts = acceptance(choice);
  const counts = new Uint32Array(lots.all.length);
  const column = emptyColumn(season);
  const tally = tallying(choice, column);
  const refusing = refusal(choice);
  const matching = counting(choice, accepts);
  for (let outing = 0; outing < season.outings.length; outing += 1) {
    if (!isWanted(outing, choice)) continue;
    const refused = refusing(season.outings[outing] as Outing);
    if (refused === 'several') continue;
    const count = choose({ lots, outing, matching, counts: refused === 'none' ? counts : undefined });
    if (count > 0) tally(season.outings[outing] as Outing, refused, count);
  }
  const tallies = partsOf(column, season);
  return { chosen: chosenOf(counts), counts, accepts, open: isOpen(choice), tallies };
}

type Choosing = {
  lots: Lots;
  outing: number;
  matching: (place: number) => number;
  /** Undefined when it only counts. */
  counts: Uint32Array | undefined;
};

/** How many departures of an outing match. */
function choose({ lots: { first }, outing, matching, counts }: Choosing): number {
  let sum = 0;
  for (let place = first[outing] as number; place < (first[outing + 1] as number); place += 1) {
    const count = matching(place);
    if (count === 0) continue;
    sum += count;
    if (counts) counts[place] = count;
  }
  return sum;
}

/** At its own length: a list that grows to a thousand is copied ten times. */
function chosenOf(counts: Uint32Array): number[] {
  let length = 0;
  for (const count of counts) if (count > 0) length += 1;
  const chosen = new Array<number>(length);
  let next = 0;
  for (let place = 0; next < length; place += 1) if (counts[place] !== 0) chosen[next++] = place;
  return chosen;
}

/** How many departures of a lot match. Words leave few lots: only those are counted. */
function counting(choice: Choice, accepts: Found['accepts']): (place: number) => number {
  const { lots, window, filters, scores, room } = choice;
  const lotAt = (place: number) => lots.all[place] as Lot;
  const known = scores ? undefined : windowCounts(lots, window, room);
  const count = known
    ? (place: number) => known[place] as number
    : (place: number) => countOf(lotAt(place), window, { accepts, room });
  if (filters.priceMin === undefined && filters.priceMax === undefined) return count;
  return (place) => (isAffordable(lotAt(place), filters) ? count(place) : 0);
}

function isOpen({ window, room }: Choice): boolean {
  return !room && window.first === window.sureFrom && window.last === window.sureTo;
}

function acceptance({ window, room }: Choice): Found['accepts'] {
  const { first, last, sureFrom, sureTo, passes } = window;
  const inTime = (position: number) =>
    position >= first && position < last && ((position >= sureFrom && position < sureTo) || passes(position));
  if (!room) return inTime;
  const { left, wanted } = room;
  return (position) => (left[position] as number) >= wanted && inTime(position);
}

function isWanted(outing: number, { season, scores, locale }: Choice): boolean {
  if (scores && scores[outing] === 0) return false;
  return season.published[locale][outing] === 1;
}

function isAffordable({ amount }: Lot, { priceMin, priceMax }: EventFilters): boolean {
  if (priceMin !== undefined && !(amount >= priceMin)) return false;
  return priceMax === undefined || amount <= priceMax;
}

type Refused = FacetName | 'none' | 'several';

/** Which of the chosen filters an outing does not pass. One that a single facet refuses still counts there. */
function refusal({ season, filters }: Choice): (outing: Outing) => Refused {
  const chosen = facetNames.flatMap((name): [FacetName, Uint8Array][] => {
    const values: readonly string[] = filters[name] ?? [];
    return values.length > 0 ? [[name, marked(season, name, values)]] : [];
  });
  return ({ values }) => {
    let refused: Refused = 'none';
    for (const [name, marks] of chosen) {
      if (isMarked(values[name], marks)) continue;
      if (refused !== 'none') return 'several';
      refused = name;
    }
    return refused;
  };
}

function isMarked(places: readonly number[], marks: Uint8Array): boolean {
  for (const place of places) if (marks[place] === 1) return true;
  return false;
}

function marked({ facets }: Season, name: FacetName, values: readonly string[]): Uint8Array {
  const marks = new Uint8Array(facets[name].values.length);
  for (const value of values) {
    const place = facets[name].placeOf.get(value);
    if (place !== undefined) marks[place] = 1;
  }
  return marks;
}

type Test = Pick<Found, 'accepts'> & Pick<Choice, 'room'>;

function countOf({ positions }: Lot, window: Window, { accepts, room }: Test): number {
  const { first, sureFrom, sureTo, last } = window;
  const [from, to] = [firstFrom(positions, sureFrom), firstFrom(positions, sureTo)];
  const sure = room ? countWithRoom(positions, [from, to], room) : to - from;
  const before = Math.min(sureFrom, last);
  const early = first < before ? countBetween(positions, [first, before], accepts) : 0;
  const after = Math.max(sureTo, before);
  return sure + early + (after < last ? countBetween(positions, [after, last], accepts) : 0);
}

function countWithRoom(positions: Uint32Array, [from, to]: [number, number], { left, wanted }: Room): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if ((left[positions[at] as number] as number) >= wanted) count += 1;
  return count;
}

function countBetween(
  positions: Uint32Array,
  [first, last]: [number, number],
  accepts: Found['accepts'],
): number {
  let count = 0;
  for (let at = firstFrom(positions, first); at < positions.length; at += 1) {
    const position = positions[at] as number;
    if (position >= last) break;
    if (accepts(position)) count += 1;
  }
  return count;
}

/** The counts of all facets, one after the other. */
function emptyColumn({ facets }: Season): Uint32Array {
  const values = facetNames.map((name) => facets[name].values.length);
  return new Uint32Array(values.reduce((sum, count) => sum + count, 0));
}

function partsOf(column: Uint32Array, { facets }: Season): Found['tallies'] {
  const part = ({ offset, values }: Facet) => column.subarray(offset, offset + values.length);
  return Object.fromEntries(facetNames.map((name) => [name, part(facets[name])])) as Found['tallies'];
}

type Tally = (outing: Outing, refused: Refused, count: number) => void;

function tallying({ season, byActivity }: Choice, column: Uint32Array): Tally {
  const offsetOf = (name: FacetName) => season.facets[name].offset;
  const add = byActivity ? addingActivities(column) : addingDepartures(column);
  return (outing, refused, count) => {
    if (refused === 'none') {
      for (const place of outing.allValues) add(place, outing.activity, count);
      return;
    }
    const offset = offsetOf(refused as FacetName);
    for (const place of outing.values[refused as FacetName]) add(offset + place, outing.activity, count);
  };
}

type Add = (place: number, activity: number, count: number) => void;

function addingDepartures(column: Uint32Array): Add {
  return (place, _activity, count) => {
    column[place] = (column[place] as number) + count;
  };
}

/** Outings of one activity stand side by side, so a value counts an activity when it was another one before. */
function addingActivities(column: Uint32Array): Add {
  const before = new Int32Array(column.length).fill(-1);
  return (place, activity) => {
    if (before[place] === activity) return;
    before[place] = activity;
    column[place] = (column[place] as number) + 1;
  };
}
