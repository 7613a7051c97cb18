import type { Api } from '@gangway/client/api';
import { laterDay } from '@gangway/client/format';
import { ask } from './ask.ts';
import { dayOfEvent, type Day } from './days.ts';
import type { EventItem } from './event-item.ts';
import { apiFilters, type Filters } from './filters.ts';

const fewBefore = '1';
const fewAfter = '3';

/** Where the asked days are empty: the last departures before and the first after, under the same filters. */
export async function nearestTo({
  api,
  filters,
  today,
}: {
  api: Api;
  filters: Filters;
  today: Day;
}): Promise<EventItem[]> {
  const { from, to } = filters;
  if (!from && !to) return [];
  const others = apiFilters({ ...filters, from: undefined, to: undefined }, today);
  const [before, after] = await Promise.all([
    from && from > today
      ? departures(api, { ...others, to: laterDay(from, -1), sort: '-time', pageSize: fewBefore })
      : [],
    to ? departures(api, { ...others, from: laterDay(to, 1), pageSize: fewAfter }) : [],
  ]);
  return [...before.toReversed(), ...after];
}

interface EmptyDay {
  api: Api;
  day: Day;
  route?: string | undefined;
  berth?: string | undefined;
}

/** Where a day of the timetable is empty: the next one that has departures of that route and berth. */
export async function nextDayAfter({ api, day, ...place }: EmptyDay): Promise<Day | undefined> {
  const [next] = await departures(api, { ...place, from: laterDay(day, 1), pageSize: '1' });
  return next && dayOfEvent(next);
}

const departures = async (api: Api, query: Parameters<typeof questionOf>[1]): Promise<EventItem[]> =>
  (await ask(questionOf(api, query))).data?.data ?? [];

const questionOf = (api: Api, query: ReturnType<typeof apiFilters>) =>
  api.GET('/api/events', { params: { query } });
