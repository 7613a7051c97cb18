import type { EventQuery, FacetName } from './event-item.ts';
import { isDay, type Day } from './days.ts';

export const facetNames = ['category', 'route', 'berth', 'vessel', 'kind', 'seller'] as const;
export const sortOrders = ['relevance', 'time', 'price', '-price', '-popularity'] as const;
export const pageSize = 24;

const kinds = new Set(['excursion', 'event', 'rental']);
const mostPlaces = 100;

export const views = ['list', 'departures', 'calendar'] as const;
export type View = (typeof views)[number];
export type SortOrder = (typeof sortOrders)[number];
export type Chosen = Record<FacetName, string[]>;

/** What narrows the catalogue down, as the address of the page says it. */
export interface Filters extends Chosen {
  q: string;
  from?: Day;
  to?: Day;
  /** Whole units of the seller's currency: people type roubles, not kopecks. */
  priceMin?: number;
  priceMax?: number;
  seatsMin?: number;
  sort: SortOrder;
  page: number;
  /** Activities, each of their departures, or days. */
  view: View;
  /** The month of the calendar, `2026-11`. */
  month?: string;
}

/** Reads an address. What makes no sense is as if it had not been said: an address is typed, cut and passed on. */
export function filtersOf(params: URLSearchParams, today: Day): Filters {
  const q = said(params.get('q') ?? '').slice(0, 200);
  return {
    q,
    ...datesOf(params, today),
    ...chosenOf(params),
    priceMin: numberIn(params.get('priceMin'), { from: 0, to: 9_999_999 }),
    priceMax: numberIn(params.get('priceMax'), { from: 0, to: 9_999_999 }),
    seatsMin: numberIn(params.get('seatsMin'), { from: 1, to: mostPlaces }),
    sort: ordersFor(q).find((sort) => sort === params.get('sort')) ?? usualOrder(q),
    page: numberIn(params.get('page'), { from: 1, to: 9_999 }) ?? 1,
    view: views.find((view) => view === params.get('view')) ?? 'list',
    month: monthIn(params.get('month')),
  };
}

/** The orders there are; by relevance only where words are searched for. */
export const ordersFor = (q: string): readonly SortOrder[] =>
  q ? sortOrders : sortOrders.filter((sort) => sort !== 'relevance');

/** The order that need not be said. */
export const usualOrder = (q: string): SortOrder => (q ? 'relevance' : 'time');

/** Who has not chosen a day is shown activities, not each of their departures. */
export const isGrouped = (filters: Filters): boolean => filters.view === 'list' && !isOneDay(filters);

export const isOneDay = ({ from, to }: Pick<Filters, 'from' | 'to'>): boolean =>
  from !== undefined && from === to;

/** What was typed; with signs that nobody can type it was not said. */
export const said = (text: string): string => (/\p{Cc}/u.test(text.trim()) ? '' : text.trim());

type Pair = [name: string, value: string | number | undefined];

/** The address of filters: what is not said is left out, so that equal choices have one address. */
export function queryOf(filters: Partial<Filters>): string {
  const pairs = [...narrowing(filters), ...showing(filters)].filter(
    ([, value]) => value !== undefined && value !== '',
  );
  const text = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
  return text && `?${text}`;
}

const narrowing = (filters: Partial<Filters>): Pair[] => [
  ['q', filters.q],
  ...dayPairs(filters),
  ...facetNames.flatMap((name) => (filters[name] ?? []).map((value): Pair => [name, value])),
  ['priceMin', filters.priceMin],
  ['priceMax', filters.priceMax],
  ['seatsMin', filters.seatsMin],
];

const showing = ({ q = '', sort, page = 1, view = 'list', month }: Partial<Filters>): Pair[] => [
  ['sort', sort === usualOrder(q) || !ordersFor(q).some((known) => known === sort) ? undefined : sort],
  ['view', view === 'list' ? undefined : view],
  ['month', view === 'calendar' ? month : undefined],
  ['page', page > 1 ? page : undefined],
];

/** What the API is asked for. Today begins now: what has left is on no list. */
export function apiFilters(filters: Filters, today: Day): EventQuery {
  const { q, from, to, priceMin, priceMax, seatsMin } = filters;
  const asked = {
    ...{ q, to, from: from === today ? undefined : from },
    ...Object.fromEntries(facetNames.map((name) => [name, filters[name].join(',')])),
    ...{ priceMin: minorUnits(priceMin), priceMax: minorUnits(priceMax), seatsMin: seatsMin?.toString() },
  };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined && value !== ''));
}

export const apiQuery = (filters: Filters, today: Day): EventQuery => ({
  ...apiFilters(filters, today),
  ...{ sort: filters.sort, page: String(filters.page), pageSize: String(pageSize) },
  ...(isGrouped(filters) ? { group: 'activity' as const } : {}),
});

/** Whether anything narrows the catalogue down. */
export const isNarrowed = (filters: Filters): boolean =>
  narrowing(filters).some(([, value]) => value !== undefined && value !== '');

/** The same without one of several values, from the first page. */
export const withoutValue = (filters: Filters, name: FacetName, value: string): Filters => ({
  ...filters,
  [name]: filters[name].filter((known) => known !== value),
  page: 1,
});

function datesOf(params: URLSearchParams, today: Day): Pick<Filters, 'from' | 'to'> {
  const day = (name: string) => {
    const text = params.get(name) ?? '';
    return isDay(text) && text >= today ? text : undefined;
  };
  const date = day('date');
  if (date) return { from: date, to: date };
  const [from, to] = [day('from'), day('to')];
  return from && to && to < from ? { from: to, to: from } : { from, to };
}

const dayPairs = ({ from, to }: Partial<Filters>): Pair[] =>
  from && from === to
    ? [['date', from]]
    : [
        ['from', from],
        ['to', to],
      ];

function chosenOf(params: URLSearchParams): Chosen {
  const values = (name: FacetName) =>
    [...new Set(params.getAll(name).flatMap((text) => text.split(',')))]
      .map(said)
      .filter((value) => value && value.length <= 100 && (name !== 'kind' || kinds.has(value)))
      .slice(0, 20);
  return Object.fromEntries(facetNames.map((name) => [name, values(name)])) as Chosen;
}

function numberIn(text: string | null, { from, to }: { from: number; to: number }): number | undefined {
  if (!text || !/^\d{1,9}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= from && value <= to ? value : undefined;
}

const monthIn = (text: string | null): string | undefined =>
  text && /^20\d\d-(0[1-9]|1[0-2])$/.test(text) ? text : undefined;

const minorUnits = (value: number | undefined): string | undefined =>
  value === undefined ? undefined : String(value * 100);
