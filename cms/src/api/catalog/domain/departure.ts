import type { Localized } from '@gangway/kit';
import type { FacetName } from '../contract/event-list.ts';
import type { Geometry } from '../../seating/domain/geometry.ts';
import type {
  BerthRow,
  CategoryRow,
  EventRow,
  EventState,
  RouteRow,
  SellerRow,
  VenueRow,
  VesselRow,
} from './catalogue-rows.ts';
import type { PublicActivity } from './public-activity.ts';
import type { Tariff } from './tariff.ts';
import type { Fee, Tax } from './tax.ts';

/** A value of a filter: `value` is what people filter by, `id` is taken too. */
export type FacetValue = { value: string; id: string; name: Localized };

/** Everything about one dated departure that does not depend on the moment of asking. Moments in milliseconds. */
export type Departure = {
  id: string;
  event: EventRow;
  activity: PublicActivity;
  seller: SellerRow;
  vessel: VesselRow | undefined;
  venue: VenueRow | undefined;
  berth: BerthRow | undefined;
  route: RouteRow | undefined;
  categories: CategoryRow[];
  plan: Geometry | undefined;
  /** The row that the plan was read from; `written` is another one after each edit of it. */
  planRow: { id: string; written: string } | undefined;
  capacity: number;
  /** When it leaves, delay included. */
  leavesAt: number;
  closesAt: number;
  startAt: string;
  endAt: string;
  /** Day of departure in its own zone. */
  day: string;
  tax: Tax;
  fees: Fee[];
  tariffs: Tariff[];
  facets: Record<FacetName, FacetValue[]>;
};

const minute = 60_000;

export function leavesAt({ startAt, delayMinutes }: EventRow): number {
  return startAt + (delayMinutes ?? 0) * minute;
}

export function closesAt({ startAt, salesEndAt }: EventRow, salesCutoffMinutes: number | null): number {
  return salesEndAt ?? startAt - (salesCutoffMinutes ?? 0) * minute;
}

/** What the clock makes of the state that was stored: nobody has to close a departure that has left. */
export function stateAt({ event, leavesAt: leaves, closesAt: closes }: Departure, now: number): EventState {
  const { state, endAt, startAt } = event;
  if (state === 'cancelled' || state === 'completed' || state === 'draft') return state;
  if (now >= endAt + (leaves - startAt)) return 'completed';
  if (now >= leaves) return 'departed';
  return state === 'on_sale' && now >= closes ? 'closed' : state;
}

/**
 * The moments at which something about it changes by itself, but for whole minutes: at each of those every answer is
 * made anew, since days begin there.
 */
export function oddMoments({ event, leavesAt: leaves, closesAt: closes, tariffs }: Departure): number[] {
  const own = [event.salesStartAt, closes, leaves, event.endAt + (leaves - event.startAt)];
  const odd = own.filter(isOdd);
  const priced = oddSpans(tariffs);
  return priced.length > 0 ? [...odd, ...priced] : odd;
}

const isOdd = (at: number | null): at is number => at !== null && at % minute !== 0;

const spans = new WeakMap<readonly Tariff[], number[]>();

/** Departures share tariffs by the hundred. */
function oddSpans(tariffs: readonly Tariff[]): number[] {
  const known = spans.get(tariffs);
  if (known) return known;
  const odd = tariffs.flatMap(({ candidates }) =>
    candidates.flatMap(({ from, to }) => [from, to].filter(isOdd)),
  );
  spans.set(tariffs, odd);
  return odd;
}

const kindNames: Record<string, Localized> = {
  excursion: { ru: 'Экскурсии', en: 'Excursions', zh: '游览' },
  event: { ru: 'События', en: 'Events', zh: '活动' },
  rental: { ru: 'Аренда', en: 'Rentals', zh: '租赁' },
};

export type FacetSource = Pick<
  Departure,
  'activity' | 'seller' | 'vessel' | 'berth' | 'route' | 'categories'
>;

export function facetsOf({ activity, categories, ...source }: FacetSource): Departure['facets'] {
  const { kind } = activity.facts;
  return {
    category: categories.filter(({ archived }) => !archived).flatMap(bySlug),
    route: bySlug(source.route),
    berth: bySlug(source.berth),
    vessel: source.vessel
      ? [{ value: source.vessel.id, id: source.vessel.id, name: source.vessel.name }]
      : [],
    kind: [{ value: kind, id: kind, name: kindNames[kind] ?? { ru: kind, en: kind, zh: kind } }],
    seller: bySlug(source.seller),
  };
}

function bySlug(row: { id: string; slug: string; name: Localized } | undefined): FacetValue[] {
  return row ? [{ value: row.slug, id: row.id, name: row.name }] : [];
}
