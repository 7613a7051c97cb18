import type { CatalogueRows, EventRow, OfferRows, OtherRows, PlanRow } from './catalogue-rows.ts';
import {
  assemble,
  type KnownPlans,
  leadsBeyond,
  plansByVersion,
  type Shelf,
  shelve,
  shelvePrice,
  unshelvePrices,
} from './departure-assembly.ts';
import { type Departure, oddMoments } from './departure.ts';
import { editorialOf } from './editorial.ts';
import { atOnce, eachOf, sorted, type Steps } from './in-slices.ts';
import { byTime } from './leaving-order.ts';
import { flattened, type Layer, layered } from './layered-map.ts';
import type { Misfit } from './misfit.ts';
import { type Product, productsOf } from './products.ts';
import { type Renewed, renewedRows } from './renewed-rows.ts';
import { concerns, renewShelf } from './renewed-shelf.ts';
import type { Snapshot } from './snapshot.ts';

/** A snapshot and what the next one is made from, without a look at what did not change. */
export type Built = { snapshot: Snapshot; works: Works };

/** Belongs to the latest snapshot; `shelf` and the tallies go along with it. */
type Works = {
  rows: CatalogueRows;
  shelf: Shelf;
  /** How many departures lead to a row, and have an odd moment. */
  uses: Map<object, number>;
  moments: Map<number, number>;
  order: Order;
  ids: Layers<Departure>;
  activities: Layers<readonly Departure[]>;
  changes: readonly Change[];
  /** Departures that are not shown as they are: not public, misfits, or leading to what is not read yet. */
  aside: ReadonlyMap<string, EventRow>;
};

/** Departures in the order in which they leave, and those that took the place of their former selves since. */
type Order = { base: readonly Departure[]; late: ReadonlyMap<string, Departure> };
type Layers<Value> = { base: ReadonlyMap<string, Value>; over: Layer<string, Value> };
type Change = { from: number; ids: readonly string[] };

/** Past this the layers are laid down, which takes as long as some thousand changes. */
const thickest = 2_000;
const rememberedChanges = 100;

type Building = { version: number; now: Date; plans?: KnownPlans };

/** Builds the whole catalogue, step by step. `now` says which day the tax on products is of. */
export function* building(rows: CatalogueRows, { version, now, plans }: Building): Steps<Built> {
  const shelf = shelve(rows, plans);
  yield;
  yield* eachOf(rows.prices, (price) => shelvePrice(shelf, price));
  const found: Departure[] = [];
  const misfits: Misfit[] = [];
  const aside = new Map<string, EventRow>();
  yield* eachOf(rows.events, (event) => {
    const made = assemble(event, shelf);
    if (made && !('misfit' in made)) return void found.push(made);
    aside.set(event.id, event);
    if (made) misfits.push(made);
  });
  const base = yield* sorted(found, byTime);
  const filed = yield* filing(base);
  const products = productsOf(rows, now);
  yield;
  const small = { ...rows, events: [], prices: [], plans: rows.plans.map(withoutDrawing) };
  const works = {
    ...{ rows: small, shelf, uses: filed.uses, moments: filed.moments, changes: [], aside },
    ...{ order: { base, late: new Map() }, ids: { base: filed.ids, over: new Map() } },
    activities: { base: filed.activities, over: new Map() },
  };
  const facts = {
    ...{ version, structure: {}, products: products.shown, misfits: [...misfits, ...products.misfits] },
    ...{ editorial: editorialOf(small, filed.uses), turningPoints: sortedMoments(filed.moments) },
  };
  return { snapshot: snapshotOf(facts, works), works };
}

/** Versions of the drawings that it holds. */
export const plansOf = ({ works }: Built): KnownPlans => plansByVersion(works.shelf);

const withoutDrawing = (row: PlanRow): PlanRow => ({ ...row, geometry: null });

function* filing(departures: readonly Departure[]) {
  const ids = new Map<string, Departure>();
  const activities = new Map<string, Departure[]>();
  const tallies = { uses: new Map<object, number>(), moments: new Map<number, number>() };
  yield* eachOf(departures, (departure) => {
    ids.set(departure.id, departure);
    const siblings = activities.get(departure.activity.id);
    if (siblings) siblings.push(departure);
    else activities.set(departure.activity.id, [departure]);
    count(tallies, departure, 1);
  });
  return { ids, activities, ...tallies };
}

/** Whether something came into use that was not, or went out of it. */
function count(
  { uses, moments }: Pick<Works, 'uses' | 'moments'>,
  departure: Departure,
  by: 1 | -1,
): boolean {
  const { seller, berth, categories } = departure;
  for (const moment of oddMoments(departure)) add(moments, moment, by);
  const led = [seller, ...(berth ? [berth] : []), ...categories];
  return led.map((row) => add(uses, row, by)).includes(true);
}

function add<Key>(tally: Map<Key, number>, key: Key, by: 1 | -1): boolean {
  const before = tally.get(key) ?? 0;
  if (before + by === 0) tally.delete(key);
  else tally.set(key, before + by);
  return before === 0 || before + by === 0;
}

const sortedMoments = (moments: ReadonlyMap<number, number>): number[] =>
  Array.from(Float64Array.from(moments.keys()).sort());

/** `now` says which day the tax on products is of. */
type Renewal = { version: number; now: Date };

/**
 * The catalogue with these departures, prices and rows as they are now; everything else is shared with the former one,
 * which stays what it was. Only the latest can be built on, once.
 */
export function* renewing(
  { snapshot, works }: Built,
  read: OfferRows,
  { version, now }: Renewal,
): Steps<Built> {
  const { shelf } = works;
  unshelvePrices(shelf, read);
  for (const price of read.prices) shelvePrice(shelf, price);
  const others = othersRenewed(works, read);
  const rows = others?.rows ?? works.rows;
  const events = yield* wanted({ snapshot, works }, read, others);
  const { swaps, aside } = yield* swapsOf({ snapshot, works }, { read, events });
  const tallied = yield* recounted(works, swaps);
  const products = others ? productsOf(rows, now) : undefined;
  const isOther = products !== undefined && !isSameShelf(products.shown, snapshot.products);
  const facts = {
    version,
    structure: !isOther && swaps.every(keepsPlace) ? snapshot.structure : {},
    products: products && isOther ? products.shown : snapshot.products,
    misfits: misfitsNow(snapshot.misfits, swaps, products?.misfits),
    editorial: others || tallied.uses ? editorialOf(rows, works.uses) : snapshot.editorial,
    turningPoints: tallied.moments ? sortedMoments(works.moments) : snapshot.turningPoints,
  };
  const next = { ...(yield* relaid({ snapshot, works }, swaps, facts.structure)), rows, aside };
  const laid = yield* laidDown(next);
  return { snapshot: snapshotOf(facts, laid), works: laid };
}

/** The same in one go. */
export const withOffers = (built: Built, read: OfferRows, renewal: Renewal): Built =>
  atOnce(renewing(built, read, renewal));

type Others = Renewed & { concerned: (event: EventRow) => boolean };

function othersRenewed(works: Works, { others, otherRows }: OfferRows): Others | undefined {
  if (!others || !otherRows) return undefined;
  const { rows, changed } = renewedRows(works.rows, { ids: others, found: lighter(otherRows) });
  renewShelf(works.shelf, { rows: { ...rows, plans: otherRows.plans ?? [] }, changed });
  return { rows, changed, concerned: concerns(works.shelf, works.rows, { rows, changed }) };
}

const lighter = (found: OtherRows): OtherRows =>
  found.plans ? { ...found, plans: found.plans.map(withoutDrawing) } : found;

const isSameShelf = (left: readonly Product[], right: readonly Product[]): boolean =>
  JSON.stringify(left) === JSON.stringify(right);

function misfitsNow(
  before: readonly Misfit[],
  swaps: readonly Swap[],
  products?: readonly Misfit[],
): Misfit[] {
  const gone = new Set(swaps.map(({ id }) => id));
  return [
    ...before.filter(({ id, kind }) => !gone.has(id) && !(products && kind === 'product')),
    ...swaps.flatMap(({ misfit }) => misfit ?? []),
    ...(products ?? []),
  ];
}

/** What has to be put together again: what was read, what costs something else, and what is made of changed rows. */
function* wanted(
  { snapshot, works: { aside } }: Built,
  { eventIds, activityIds, events }: OfferRows,
  others: Others | undefined,
): Steps<Map<string, EventRow | undefined>> {
  const found = new Map<string, EventRow | undefined>(eventIds.map((id) => [id, undefined]));
  for (const event of events) found.set(event.id, event);
  const add = (event: EventRow) => {
    if (!found.has(event.id)) found.set(event.id, aside.get(event.id) ?? event);
  };
  for (const id of activityIds) for (const { event } of snapshot.byActivity.get(id) ?? []) add(event);
  if (!others) return found;
  yield* eachOf(snapshot.departures, ({ event }) => {
    if (others.concerned(event)) add(event);
  });
  yield* eachOf(aside.values(), (event) => {
    if (others.concerned(event)) add(event);
  });
  return found;
}

/** What was there and what is there now; `misfit` says why nothing is. */
type Swap = { id: string; before?: Departure; after?: Departure; misfit?: Misfit };

type Remaking = { read: OfferRows; events: ReadonlyMap<string, EventRow | undefined> };

function* swapsOf({ snapshot, works }: Built, { events }: Remaking) {
  const aside = new Map(works.aside);
  const swaps: Swap[] = [];
  yield* eachOf(events, ([id, event]) => {
    const swap = swapOf(snapshot.byId.get(id), { id, event, shelf: works.shelf });
    if (event && swap.after?.event !== event) aside.set(id, event);
    else aside.delete(id);
    swaps.push(swap);
  });
  return { swaps, aside };
}

type Remade = { id: string; event: EventRow | undefined; shelf: Shelf };

function swapOf(before: Departure | undefined, { id, event, shelf }: Remade): Swap {
  const swap = before ? { id, before } : { id };
  if (event && leadsBeyond(event, shelf)) return before ? { ...swap, after: before } : swap;
  const made = event && assemble(event, shelf);
  if (!made) return swap;
  return 'misfit' in made ? { ...swap, misfit: made } : { ...swap, after: made };
}

/** Whether lists, searches and counts that ask for no price and no place find it where it was. */
function keepsPlace({ before, after }: Swap): boolean {
  if (!before || !after) return before === after;
  return (
    before.facets === after.facets &&
    before.venue === after.venue &&
    before.startAt === after.startAt &&
    before.event.startAt === after.event.startAt &&
    before.leavesAt === after.leavesAt &&
    (before.event.state === 'cancelled') === (after.event.state === 'cancelled')
  );
}

function* recounted(works: Works, swaps: readonly Swap[]): Steps<{ uses: boolean; moments: boolean }> {
  const tallied = { uses: false, moments: false };
  yield* eachOf(swaps, ({ before, after }) => {
    const { uses, moments } = recount(works, before, after);
    tallied.uses ||= uses;
    tallied.moments ||= moments;
  });
  return tallied;
}

function recount(works: Works, before: Departure | undefined, after: Departure | undefined) {
  const odd = (departure: Departure | undefined) => (departure ? oddMoments(departure).join() : '');
  const left = before !== undefined && count(works, before, -1);
  const came = after !== undefined && count(works, after, 1);
  return { uses: (left || came) && before?.facets !== after?.facets, moments: odd(before) !== odd(after) };
}

function* relaid({ snapshot, works }: Built, swaps: readonly Swap[], structure: object): Steps<Works> {
  const stays = structure === snapshot.structure;
  const ids = swaps.map(({ id }) => id);
  const changes = [...works.changes, { from: snapshot.version, ids }].slice(-rememberedChanges);
  const siblings = yield* siblingsOf(snapshot, swaps);
  return {
    ...works,
    order: swaps.every(keepsOrder) ? replacedIn(works.order, swaps) : reordered(snapshot.departures, swaps),
    ids: over(
      works.ids,
      swaps.map(({ id, after }) => [id, after]),
    ),
    activities: over(works.activities, siblings),
    changes: stays ? changes : [],
  };
}

const keepsOrder = ({ before, after }: Swap): boolean =>
  before && after ? byTime(before, after) === 0 : before === after;

function replacedIn({ base, late }: Order, swaps: readonly Swap[]): Order {
  const changed = new Map(late);
  for (const { id, after } of swaps) if (after) changed.set(id, after);
  return { base, late: changed };
}

/** So many are put in their places one by one; past it everything is sorted. */
const few = 64;

function reordered(departures: readonly Departure[], swaps: readonly Swap[]): Order {
  const base = swaps.length > few ? sortedAnew(departures, swaps) : [...departures];
  if (swaps.length > few) return { base, late: new Map() };
  for (const { before, after } of swaps) {
    if (before) base.splice(placeOf(base, before), 1);
    if (after) base.splice(placeOf(base, after), 0, after);
  }
  return { base, late: new Map() };
}

function sortedAnew(departures: readonly Departure[], swaps: readonly Swap[]): Departure[] {
  const gone = new Set(swaps.map(({ id }) => id));
  const there = departures.filter(({ id }) => !gone.has(id));
  return [...there, ...swaps.flatMap(({ after }) => after ?? [])].sort(byTime);
}

/** Where it stands, or would stand. */
function placeOf(departures: readonly Departure[], departure: Departure): number {
  let low = 0;
  let high = departures.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (byTime(departures[middle] as Departure, departure) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The departures of each activity that a swap takes from or gives to. */
function* siblingsOf(
  { byActivity }: Snapshot,
  swaps: readonly Swap[],
): Steps<[string, Departure[] | undefined][]> {
  const come = new Map<string, Departure[]>();
  for (const { before, after } of swaps) {
    for (const one of [before, after]) if (one && !come.has(one.activity.id)) come.set(one.activity.id, []);
    if (after) come.get(after.activity.id)?.push(after);
  }
  const gone = new Set(swaps.map(({ id }) => id));
  const entries: [string, Departure[] | undefined][] = [];
  yield* eachOf(come, ([activityId, fresh]) => {
    const stay = (byActivity.get(activityId) ?? []).filter(({ id }) => !gone.has(id));
    const siblings = [...stay, ...fresh].sort(byTime);
    entries.push([activityId, siblings.length > 0 ? siblings : undefined]);
  });
  return entries;
}

function over<Value>(layers: Layers<Value>, entries: [string, Value | undefined][]): Layers<Value> {
  return { base: layers.base, over: new Map([...layers.over, ...entries]) };
}

function* laidDown(works: Works): Steps<Works> {
  if (works.ids.over.size <= thickest) return works;
  const flat = <Value>({ base, over }: Layers<Value>) => ({ base: flattened(base, over), over: new Map() });
  yield;
  const ids = flat(works.ids);
  yield;
  return {
    ...works,
    ...{ order: { base: settled(works.order), late: new Map() }, ids },
    activities: flat(works.activities),
  };
}

function settled({ base, late }: Order): readonly Departure[] {
  if (late.size === 0) return base;
  const there = [...base];
  for (const departure of late.values()) there[placeOf(base, departure)] = departure;
  return there;
}

type Facts = Pick<Snapshot, 'version' | 'structure' | 'products' | 'editorial' | 'turningPoints' | 'misfits'>;

function snapshotOf(facts: Facts, { order, ids, activities, changes }: Works): Snapshot {
  const made: { departures?: readonly Departure[] } = {};
  return {
    ...facts,
    get departures() {
      return (made.departures ??= settled(order));
    },
    byId: layered(ids.base, ids.over),
    byActivity: layered(activities.base, activities.over),
    changedSince: (since) => changedSince(facts.version, changes, since),
  };
}

function changedSince(version: number, changes: readonly Change[], since: number) {
  if (since === version) return [];
  const at = changes.findIndex(({ from }) => from === since);
  return at < 0 ? undefined : changes.slice(at).flatMap(({ ids }) => ids);
}
