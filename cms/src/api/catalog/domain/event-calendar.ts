import { zonedDay } from '@gangway/kit';
import type { Locale } from '@gangway/kit';
import type { Calendar, CalendarQuery } from '../contract/event-calendar.ts';
import type { EventFilters } from '../contract/event-filters.ts';
import type { Departure } from './departure.ts';
import { searchEvents } from './event-search.ts';
import type { CatalogueNow, Offer } from './offer-now.ts';
import { cheapest } from './tariff.ts';

export type CalendarQuestion = { catalogue: CatalogueNow; query: CalendarQuery; locale: Locale };

type Day = Calendar['data'][number];

/** The days of a month that have departures. Without `month` it is the month of `now` in Moscow. */
export function eventCalendar({ catalogue, query, locale }: CalendarQuestion): Calendar {
  const { month = thisMonth(catalogue.now), ...filters } = query;
  const near = within(month, filters, catalogue.now);
  const { rows, total } = searchEvents({ catalogue, filters: near, locale, sort: 'time' });
  const matches = rows({ from: 0, count: total });
  const running = matches.filter(({ day, event }) => day.startsWith(month) && event.state !== 'cancelled');
  const days = [...Map.groupBy(running, ({ day }) => day)].sort(([left], [right]) => (left < right ? -1 : 1));
  const data = days.map(([date, departures]) => dayView(date, departures, catalogue));
  return { data, meta: { month, page: 1, pageSize: data.length, total: data.length } };
}

// A day begins up to 14 hours before it does in Greenwich, and ends up to 36 hours after it began there.
const [dayBegins, dayEnds] = [14 * 3_600_000, 36 * 3_600_000];

/** The filters, narrowed to about the month, of whatever zone: what is beside it is left out afterwards. */
function within(month: string, filters: EventFilters, now: number): EventFilters {
  const { from, to } = filters;
  const [first, last] = [`${month}-01`, lastDayOf(month)];
  const isEarlier = (from ? Date.parse(from) : now) < Date.parse(first) - dayBegins;
  const isLater = !to || Date.parse(to) > Date.parse(last) + dayEnds;
  return { ...filters, from: isEarlier ? first : from, to: isLater ? last : to };
}

function lastDayOf(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

export function thisMonth(now: number): string {
  return zonedDay(now, 'Europe/Moscow').slice(0, 7);
}

function dayView(date: string, departures: Departure[], { offerOf }: CatalogueNow): Day {
  const offers = departures.map(offerOf);
  return {
    date,
    count: departures.length,
    priceFrom: dayPrice(offers.filter(({ availability }) => availability.left > 0)),
    left: offers.reduce((left, { availability }) => left + availability.left, 0),
  };
}

function dayPrice(offers: Offer[]): Day['priceFrom'] {
  const prices = offers.flatMap(({ priceFrom }) => priceFrom ?? []);
  const blocks = [...Map.groupBy(prices, ({ currency }) => currency).values()];
  const [largest = []] = blocks.sort((left, right) => right.length - left.length);
  return cheapest(largest.map((total) => ({ total })));
}
