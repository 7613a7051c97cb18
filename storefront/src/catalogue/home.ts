import type { Api } from '@gangway/client/api';
import { ask } from './ask.ts';
import { byDay, type Day } from './days.ts';
import type { EventItem, Facets } from './event-item.ts';

const mostRows = 8;
const enoughRows = 5;

/** The timetable of the front page: the next day that has departures, and the one after it where that is nearly over. */
export function nextDays(events: readonly EventItem[]): [Day, EventItem[]][] {
  const [first, second] = byDay(events);
  if (!first) return [];
  const shown: [Day, EventItem[]] = [first[0], first[1].slice(0, mostRows)];
  if (!second || first[1].length >= enoughRows) return [shown];
  return [shown, [second[0], second[1].slice(0, mostRows - first[1].length)]];
}

export interface Shelf {
  slug: string;
  name: string;
  events: EventItem[];
  total: number;
}

interface ShelvesAsked {
  api: Api;
  /** What managers chose for the front page; without a choice it is what the catalogue has most of. */
  chosen: readonly { slug: string; name: string }[];
  facets: Facets | undefined;
}

const shelfCount = 3;
const shelfCards = 4;
const leastCards = 3;

export async function shelvesOf({ api, chosen, facets }: ShelvesAsked): Promise<Shelf[]> {
  const largest = (facets?.category ?? []).map(({ value, name }) => ({ slug: value, name }));
  const wanted = (chosen.length > 0 ? chosen : largest).slice(0, shelfCount);
  const shelves = await Promise.all(wanted.map((category) => shelfOf(api, category)));
  return shelves.filter(({ events }) => events.length > 0);
}

async function shelfOf(api: Api, { slug, name }: { slug: string; name: string }): Promise<Shelf> {
  const query = { category: slug, pageSize: '60' };
  const { data } = await ask(api.GET('/api/events', { params: { query } }));
  return { slug, name, events: oneOfEach(data?.data ?? []), total: data?.meta.total ?? 0 };
}

/** The next departure of each activity that has places left; a short shelf is filled with the ones after. */
function oneOfEach(events: EventItem[]): EventItem[] {
  const open = events.filter(({ availability }) => availability.left > 0);
  const firsts = [...Map.groupBy(open, ({ activity }) => activity.id).values()].flatMap(
    ([event]) => event ?? [],
  );
  if (firsts.length >= shelfCards) return firsts.slice(0, shelfCards);
  const others = open.filter((event) => !firsts.includes(event));
  return [...firsts, ...others].slice(0, Math.max(firsts.length, leastCards));
}
