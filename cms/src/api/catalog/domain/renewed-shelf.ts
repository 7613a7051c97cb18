import type { CatalogueRows, EventRow } from './catalogue-rows.ts';
import { feeMemory, plansByVersion, readPlan, type Shelf } from './departure-assembly.ts';
import { publicActivities } from './public-activity.ts';
import type { Changed, Renewed } from './renewed-rows.ts';

/** Puts what has changed on the shelf, in place of what was there; the rest stays the same objects. */
export function renewShelf(shelf: Shelf, { rows, changed }: Renewed): void {
  renewActivities(shelf, rows, changed.activities);
  const open = <Row extends { archived: boolean }>(all: readonly Row[]) => all.filter((row) => !row.archived);
  renew(shelf.sellers, open(rows.sellers), changed.sellers);
  renew(shelf.ticketTypes, open(rows.ticketTypes), changed.ticketTypes);
  for (const name of ['vessels', 'venues', 'berths', 'routes', 'categories'] as const)
    renew(shelf[name] as Map<string, Row>, rows[name], changed[name]);
  const known = plansByVersion(shelf);
  const plans = rows.plans.filter(({ id }) => changed.plans.has(id));
  for (const id of changed.plans) shelf.plans.delete(id);
  for (const row of plans) shelf.plans.set(row.id, readPlan(row, known));
  renewPricing(shelf, rows, changed);
}

type Row = { id: string };

function renew<One extends Row>(kept: Map<string, One>, rows: readonly One[], changed: ReadonlySet<string>) {
  for (const id of changed) kept.delete(id);
  for (const row of rows) if (changed.has(row.id)) kept.set(row.id, row);
}

function renewActivities({ activities }: Shelf, rows: CatalogueRows, changed: ReadonlySet<string>): void {
  const own = rows.activities.filter(({ id }) => changed.has(id));
  renew(activities, publicActivities(own, rows.images), changed);
}

/** What costs follow from: what is not known to be the same is worked out anew. */
function renewPricing(shelf: Shelf, rows: CatalogueRows, changed: Changed): void {
  if (changed.fees.size > 0) shelf.fees = Map.groupBy(rows.fees, ({ sellerId }) => sellerId);
  if (changed.fees.size + changed.sellers.size > 0) shelf.feesOn = feeMemory();
  const { fees, sellers, ticketTypes, plans, vessels } = changed;
  if (fees.size + sellers.size + ticketTypes.size + plans.size + vessels.size > 0) shelf.tariffs.clear();
  for (const id of changed.activities) shelf.tariffs.delete(id);
}

/** Whether a departure is made of something that has changed. Ask it when the shelf has been renewed. */
export function concerns(shelf: Shelf, before: CatalogueRows, { rows, changed }: Renewed) {
  const sellers = new Set([...changed.sellers, ...sellersOfFees([before, rows], changed)]);
  const activities = new Set(changed.activities);
  for (const { id, facts } of shelf.activities.values()) {
    const { sellerId, routeId, categoryIds, ticketTypeIds } = facts;
    const led =
      (sellerId !== null && sellers.has(sellerId)) ||
      (routeId !== null && changed.routes.has(routeId)) ||
      categoryIds.some((one) => changed.categories.has(one)) ||
      ticketTypeIds.some((one) => changed.ticketTypes.has(one));
    if (led) activities.add(id);
  }
  const vessels = new Set(changed.vessels);
  for (const { id, planId } of rows.vessels)
    if (planId !== null && changed.plans.has(planId)) vessels.add(id);
  const sets = { activityId: activities, vesselId: vessels, venueId: changed.venues };
  const leads = Object.entries({ ...sets, berthId: changed.berths, planId: changed.plans });
  const asked = leads.filter(([, ids]) => ids.size > 0) as [keyof typeof sets, ReadonlySet<string>][];
  return (event: EventRow): boolean => asked.some(([name, ids]) => ids.has(event[name] ?? ''));
}

/** Whose fees are others than before. */
const sellersOfFees = (readings: CatalogueRows[], { fees }: Changed): string[] =>
  readings.flatMap((rows) =>
    rows.fees.flatMap(({ id, sellerId }) => (fees.has(id) && sellerId !== null ? sellerId : [])),
  );
