import { zonedDay, zonedIso } from '@gangway/kit';
import { capacity, type Geometry, seats, zones } from '../../seating/domain/geometry.ts';
import { readGeometry } from '../../seating/domain/geometry-problems.ts';
import type { CatalogueRows, EventRow, PriceRow, SellerRow, TicketTypeRow } from './catalogue-rows.ts';
import { closesAt, type Departure, type FacetSource, facetsOf, leavesAt, wordsOf } from './departure.ts';
import { type Misfit, orMisfit, parted } from './misfit.ts';
import { publicActivities, type PublicActivity } from './public-activity.ts';
import { type Tariff, tariffsOf } from './tariff.ts';
import { type Fee, type Tax, taxOf, withFees, withTax } from './tax.ts';

type Shelf = ReturnType<typeof shelve>;

/** Puts departures together from the rows; those whose activity is not public are left out without a word. */
export function assembleDepartures(rows: CatalogueRows): { departures: Departure[]; misfits: Misfit[] } {
  const shelf = shelve(rows);
  const { shown, misfits } = parted(rows.events.flatMap((event) => assemble(event, shelf)));
  return { departures: shown, misfits };
}

function shelve(rows: CatalogueRows) {
  const activities = publicActivities(rows.activities, rows.images);
  return {
    activities: byId(activities),
    sellers: byId(rows.sellers.filter(({ archived }) => !archived)),
    vessels: byId(rows.vessels),
    venues: byId(rows.venues),
    berths: byId(rows.berths),
    routes: byId(rows.routes),
    categories: byId(rows.categories),
    ticketTypes: byId(rows.ticketTypes.filter(({ archived }) => !archived)),
    plans: new Map(rows.plans.map(({ id, geometry }) => [id, readPlan(geometry)])),
    fees: Map.groupBy(rows.fees, ({ sellerId }) => sellerId),
    ownPrices: Map.groupBy(rows.prices, ({ eventId }) => eventId),
    activityPrices: Map.groupBy(
      rows.prices.filter(({ eventId }) => eventId === null),
      ({ activityId }) => activityId,
    ),
    tariffs: new Map<Geometry | undefined, Map<string, Tariff[]>>(),
    words: remembered(wordsOf, ({ activity, berth, route, vessel }: FacetSource) =>
      [activity.id, berth?.id, route?.id, vessel?.id].join(),
    ),
  };
}

type Plan = { drawing: Geometry; places: number; numbered: boolean };

function readPlan(geometry: unknown): Plan | undefined {
  const drawing = readGeometry(geometry);
  return drawing && { drawing, places: capacity(drawing), numbered: seats(drawing).length > 0 };
}

function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

function remembered<Input, Output>(work: (input: Input) => Output, keyOf: (input: Input) => string) {
  const known = new Map<string, Output>();
  return (input: Input): Output => {
    const key = keyOf(input);
    if (!known.has(key)) known.set(key, work(input));
    return known.get(key) as Output;
  };
}

function assemble(event: EventRow, shelf: Shelf): (Departure | Misfit)[] {
  const activity = found(shelf.activities, event.activityId);
  if (!activity) return [];
  const seller = found(shelf.sellers, activity.facts.sellerId);
  if (!seller) return [];
  const make = () => departure({ event, activity, seller, shelf });
  return [orMisfit({ kind: 'departure', id: event.id }, make)];
}

function found<Row>(rows: Map<string, Row>, id: string | null): Row | undefined {
  return id === null ? undefined : rows.get(id);
}

type Parts = { event: EventRow; activity: PublicActivity; seller: SellerRow; shelf: Shelf };

function departure({ event, activity, seller, shelf }: Parts): Departure {
  const { facts } = activity;
  const links = { activity, seller, ...placesOf(event, activity, shelf) };
  const day = zonedDay(event.startAt, event.timezone);
  const plan = planOf(event, shelf);
  const tax = taxOf({ seller, mode: facts.vatMode, kind: facts.vatKind, on: day });
  const fees = feesOf(day, seller, shelf);
  return {
    ...{ id: event.id, event, ...links, day, plan: plan?.drawing, tax, fees },
    capacity: Math.min(event.capacity, plan?.places ?? Infinity),
    leavesAt: leavesAt(event),
    closesAt: closesAt(event, facts.salesCutoffMinutes),
    startAt: zonedIso(event.startAt, event.timezone),
    endAt: zonedIso(event.endAt, event.timezone),
    tariffs: tariffs({ event, activity, seller, shelf, plan: plan?.drawing, tax, fees }),
    facets: facetsOf(links),
    words: shelf.words(links),
  };
}

function placesOf({ vesselId, venueId, berthId }: EventRow, { facts }: PublicActivity, shelf: Shelf) {
  return {
    vessel: found(shelf.vessels, vesselId),
    venue: found(shelf.venues, venueId),
    berth: found(shelf.berths, berthId),
    route: found(shelf.routes, facts.routeId),
    categories: facts.categoryIds.flatMap((id) => shelf.categories.get(id) ?? []),
  };
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

function feesOf(day: string, seller: SellerRow, shelf: Shelf): Fee[] {
  const rows = (shelf.fees.get(seller.id) ?? []).filter(({ currency }) => currency === seller.currency);
  return rows.map((row) => ({
    row,
    tax: taxOf({ seller, mode: row.vatMode, kind: row.vatKind, on: day }),
  }));
}

type Charged = Parts & { plan: Geometry | undefined; tax: Tax; fees: Fee[] };

/** Departures without prices of their own share one tariff as long as plan, taxes and fees are the same. */
function tariffs(charged: Charged): Tariff[] {
  const { event, activity, tax, fees, plan, shelf } = charged;
  if (shelf.ownPrices.has(event.id)) return ownTariffs(charged);
  const key = [activity.id, event.seating, tax.rateBp, ...fees.map((fee) => fee.tax.rateBp)].join();
  const shared = shelf.tariffs.get(plan) ?? new Map<string, Tariff[]>();
  shelf.tariffs.set(plan, shared);
  const known = shared.get(key) ?? ownTariffs(charged);
  shared.set(key, known);
  return known;
}

function ownTariffs({ event, activity, seller, shelf, plan, tax, fees }: Charged): Tariff[] {
  const listed = [...(shelf.ownPrices.get(event.id) ?? []), ...(shelf.activityPrices.get(activity.id) ?? [])];
  const rows = listed.filter(({ currency }) => currency === seller.currency);
  return tariffsOf({
    ticketTypes: ticketTypesOf(activity, shelf),
    zones: plan && isZoned(event, rows) ? pricedZones(plan) : [null],
    prices: rows,
    charge: (listPrice) => {
      const price = withTax(listPrice, tax);
      return { price, total: withFees(price, fees) };
    },
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
