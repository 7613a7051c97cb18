import { type Money, zonedIso } from '@gangway/kit';
import { capacity, type Geometry, seats, zones } from '../../seating/domain/geometry.ts';
import { readGeometry } from '../../seating/domain/geometry-problems.ts';
import type {
  CatalogueRows,
  CategoryRow,
  EventRow,
  FeeRow,
  OfferIds,
  PlanRow,
  PriceRow,
  SellerRow,
  TicketTypeRow,
} from './catalogue-rows.ts';
import { closesAt, type Departure, type FacetSource, facetsOf, leavesAt } from './departure.ts';
import { type Misfit, orMisfit } from './misfit.ts';
import { publicActivities, type PublicActivity } from './public-activity.ts';
import { type Candidate, offerOf, type Tariff, tariffsOf } from './tariff.ts';
import { type Fee, type Tax, taxOf, withFees, withTax } from './tax.ts';

/** What departures are put together from. Prices come and go; `renewed-shelf.ts` replaces the rest row by row. */
export type Shelf = ReturnType<typeof shelve>;

/** `plans` are drawings that were read before, by their versions. */
export function shelve(rows: CatalogueRows, plans: KnownPlans = new Map()) {
  return {
    activities: byId(publicActivities(rows.activities, rows.images)),
    sellers: byId(rows.sellers.filter(({ archived }) => !archived)),
    vessels: byId(rows.vessels),
    venues: byId(rows.venues),
    berths: byId(rows.berths),
    routes: byId(rows.routes),
    categories: byId(rows.categories),
    ticketTypes: byId(rows.ticketTypes.filter(({ archived }) => !archived)),
    plans: new Map(rows.plans.map((row) => [row.id, readPlan(row, plans)])),
    fees: Map.groupBy(rows.fees, ({ sellerId }) => sellerId),
    ownPrices: new Map<string, PriceRow[]>(),
    activityPrices: new Map<string, PriceRow[]>(),
    tariffs: new Map<string, SharedTariffs>(),
    feesOn: feeMemory(),
    ...linkMemory(),
  };
}

/** What departures of an activity have in common: whole tariffs, and what a price comes to. */
type SharedTariffs = { whole: Map<string, Tariff[]>; offers: Map<string, Candidate> };

export const feeMemory = () => remembered(feesOf, ({ day, seller }: FeeQuestion) => `${seller.id} ${day}`);

/** Departures with the same links share what follows from them. */
export function linkMemory() {
  const keyOf = ({ activity, berth, route, vessel }: FacetSource) =>
    [activity.id, berth?.id, route?.id, vessel?.id].join();
  const lists = new Map<string, CategoryRow[]>();
  const taxes = new Map<string, Tax>();
  const days = new Map<string, string>();
  return {
    facets: remembered(facetsOf, keyOf, isSameSource),
    /** The same list for all departures of an activity, for as long as its rows are the same. */
    categoriesOf: (id: string, found: CategoryRow[]) => {
      const known = lists.get(id);
      if (known && isSameList(known, found)) return known;
      lists.set(id, found);
      return found;
    },
    sameTax: (tax: Tax) => {
      const key = `${tax.mode} ${tax.rateBp}`;
      return taxes.get(key) ?? (taxes.set(key, tax), tax);
    },
    sameDay: (day: string) => days.get(day) ?? (days.set(day, day), day),
  };
}

const isSameSource = (left: FacetSource, right: FacetSource): boolean =>
  left.activity === right.activity &&
  left.seller === right.seller &&
  left.vessel === right.vessel &&
  left.berth === right.berth &&
  left.route === right.route &&
  isSameList(left.categories, right.categories);

const isSameList = (left: readonly unknown[], right: readonly unknown[]): boolean =>
  left.length === right.length && left.every((one, at) => one === right[at]);

/** Adds a price to its departure's, else to its activity's. */
export function shelvePrice({ ownPrices, activityPrices }: Shelf, price: PriceRow): void {
  const { eventId, activityId } = price;
  const [shelf, id] = eventId === null ? [activityPrices, activityId] : [ownPrices, eventId];
  if (id === null) return;
  const known = shelf.get(id);
  if (known) known.push(price);
  else shelf.set(id, [price]);
}

/** Takes prices off the shelf: the departures' own, and those of activities with the tariffs made of them. */
export function unshelvePrices(shelf: Shelf, { eventIds, activityIds }: OfferIds): void {
  for (const id of eventIds) shelf.ownPrices.delete(id);
  for (const id of activityIds) {
    shelf.activityPrices.delete(id);
    shelf.tariffs.delete(id);
  }
}

export type Plan = {
  id: string;
  version: string;
  written: string;
  drawing: Geometry;
  places: number;
  numbered: boolean;
};
export type KnownPlans = ReadonlyMap<string, Plan>;

/** Drawings are large: one that was read before is not read again, and stays one object. */
export function readPlan({ id, version, written, geometry }: PlanRow, known: KnownPlans): Plan | undefined {
  const before = known.get(version);
  if (before) return before.id === id && before.written === written ? before : { ...before, id, written };
  const drawing = readGeometry(geometry);
  return (
    drawing && {
      id,
      version,
      written,
      drawing,
      places: capacity(drawing),
      numbered: seats(drawing).length > 0,
    }
  );
}

export const plansByVersion = ({ plans }: Pick<Shelf, 'plans'>): KnownPlans =>
  new Map([...plans.values()].flatMap((plan): [string, Plan][] => (plan ? [[plan.version, plan]] : [])));

function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** By key, as long as the question is still the same. */
function remembered<Input, Output>(
  work: (input: Input) => Output,
  keyOf: (input: Input) => string,
  isSame: (before: Input, now: Input) => boolean = () => true,
) {
  const known = new Map<string, { input: Input; output: Output }>();
  return (input: Input): Output => {
    const key = keyOf(input);
    const found = known.get(key);
    if (found && isSame(found.input, input)) return found.output;
    const output = work(input);
    known.set(key, { input, output });
    return output;
  };
}

/**
 * Whether it leads to a vessel, a place or a plan that is younger than the last reading of everything: the next one is
 * on its way, and until then half of the departure would be missing.
 */
export function leadsBeyond(event: EventRow, shelf: Shelf): boolean {
  const { vesselId, venueId, berthId, planId } = event;
  const isMissing = (rows: ReadonlyMap<string, unknown>, id: string | null) => id !== null && !rows.has(id);
  return (
    isMissing(shelf.plans, planId) ||
    isMissing(shelf.vessels, vesselId) ||
    isMissing(shelf.venues, venueId) ||
    isMissing(shelf.berths, berthId)
  );
}

/** Undefined when its activity is not public, or its seller archived. */
export function assemble(event: EventRow, shelf: Shelf): Departure | Misfit | undefined {
  const activity = found(shelf.activities, event.activityId);
  const seller = activity && found(shelf.sellers, activity.facts.sellerId);
  if (!seller) return undefined;
  return orMisfit({ kind: 'departure', id: event.id }, () => departure({ event, activity, seller, shelf }));
}

function found<Row>(rows: Map<string, Row>, id: string | null): Row | undefined {
  return id === null ? undefined : rows.get(id);
}

type Parts = { event: EventRow; activity: PublicActivity; seller: SellerRow; shelf: Shelf };

// Written out at full length: what is spread together is two objects for V8 to mark, and these are a hundred thousand.
function departure({ event, activity, seller, shelf }: Parts): Departure {
  const { facts } = activity;
  const { vessel, venue, berth, route, categories } = placesOf(event, activity, shelf);
  const startAt = zonedIso(event.startAt, event.timezone);
  const day = shelf.sameDay(startAt.slice(0, 10));
  const plan = planOf(event, shelf);
  const tax = shelf.sameTax(taxOf({ seller, mode: facts.vatMode, kind: facts.vatKind, on: day }));
  const fees = shelf.feesOn({ day, seller, rows: shelf.fees.get(seller.id) ?? [] });
  return {
    id: event.id,
    event,
    activity,
    seller,
    vessel,
    venue,
    berth,
    route,
    categories,
    plan: plan?.drawing,
    planRow: plan,
    capacity: Math.min(event.capacity, plan?.places ?? Infinity),
    leavesAt: leavesAt(event),
    closesAt: closesAt(event, facts.salesCutoffMinutes),
    startAt,
    endAt: zonedIso(event.endAt, event.timezone),
    day,
    tax,
    fees,
    tariffs: tariffs({ event, activity, seller, shelf, plan, tax, fees }),
    facets: shelf.facets({ activity, seller, vessel, berth, route, categories }),
  };
}

function placesOf({ vesselId, venueId, berthId }: EventRow, { facts }: PublicActivity, shelf: Shelf) {
  return {
    vessel: found(shelf.vessels, vesselId),
    venue: found(shelf.venues, venueId),
    berth: found(shelf.berths, berthId),
    route: found(shelf.routes, facts.routeId),
    categories: shelf.categoriesOf(facts.id, categoriesOf(facts, shelf)),
  };
}

function categoriesOf({ categoryIds }: PublicActivity['facts'], { categories }: Pick<Shelf, 'categories'>) {
  return categoryIds.flatMap((id) => categories.get(id) ?? []);
}

/**
 * The plan of the departure, else its vessel's. General admission has open areas at most: a plan of numbered places
 * says nothing about it.
 */
function planOf({ planId, vesselId, seating }: EventRow, shelf: Shelf): Plan | undefined {
  const plan = found(shelf.plans, planId ?? found(shelf.vessels, vesselId)?.planId ?? null);
  if (seating === 'general') return plan?.numbered ? undefined : plan;
  if (!plan) throw new Error('Its places are numbered, but it has no plan that can be drawn.');
  return plan;
}

type FeeQuestion = { day: string; seller: SellerRow; rows: readonly FeeRow[] };

function feesOf({ day, seller, rows }: FeeQuestion): Fee[] {
  return rows
    .filter(({ currency }) => currency === seller.currency)
    .map((row) => ({ row, tax: taxOf({ seller, mode: row.vatMode, kind: row.vatKind, on: day }) }));
}

type Charged = Parts & { plan: Plan | undefined; tax: Tax; fees: Fee[] };

/** Departures without prices of their own share one tariff as long as plan, taxes and fees are the same. */
function tariffs(charged: Charged): Tariff[] {
  const { event, activity, tax, fees, plan, shelf } = charged;
  const shared = shelf.tariffs.get(activity.id) ?? { whole: new Map(), offers: new Map() };
  shelf.tariffs.set(activity.id, shared);
  const rates = [tax.rateBp, ...fees.map((fee) => fee.tax.rateBp)].join();
  const make = () => ownTariffs(charged, sharedOffers(shared.offers, { rates, tax, fees }));
  if (shelf.ownPrices.has(event.id)) return make();
  const key = [plan?.id, event.seating, rates].join();
  const known = shared.whole.get(key) ?? make();
  shared.whole.set(key, known);
  return known;
}

type Rated = { rates: string; tax: Tax; fees: Fee[] };

/** Prices of departures are often the same, and the others of the list beside them always are. */
function sharedOffers(offers: Map<string, Candidate>, { rates, tax, fees }: Rated) {
  return (row: PriceRow): Candidate => {
    const key = [rates, row.amount, row.currency, row.validFrom, row.validTo].join();
    const known = offers.get(key) ?? offerOf(row, (listPrice) => charged(listPrice, tax, fees));
    offers.set(key, known);
    return known;
  };
}

function charged(listPrice: Money, tax: Tax, fees: Fee[]) {
  const price = withTax(listPrice, tax);
  return { price, total: withFees(price, fees) };
}

function ownTariffs({ event, activity, seller, shelf, plan }: Charged, offer: (row: PriceRow) => Candidate) {
  const listed = [...(shelf.ownPrices.get(event.id) ?? []), ...(shelf.activityPrices.get(activity.id) ?? [])];
  const rows = listed.filter(({ currency }) => currency === seller.currency);
  return tariffsOf({
    ticketTypes: ticketTypesOf(activity, shelf),
    zones: plan && isZoned(event, rows) ? pricedZones(plan.drawing) : [null],
    prices: rows,
    offer,
  });
}

/** Numbered places belong to zones; open areas only where the price list tells them apart. */
function isZoned({ seating }: EventRow, prices: PriceRow[]): boolean {
  return seating === 'assigned' || prices.some(({ zone }) => zone !== null);
}

function pricedZones(plan: Geometry): string[] {
  return zones(plan).flatMap(({ id, capacity: places }) => (places > 0 ? id : []));
}

function ticketTypesOf({ facts }: PublicActivity, shelf: Shelf): TicketTypeRow[] {
  const types = facts.ticketTypeIds.flatMap((id) => shelf.ticketTypes.get(id) ?? []);
  return types.sort((left, right) => left.position - right.position || left.code.localeCompare(right.code));
}
