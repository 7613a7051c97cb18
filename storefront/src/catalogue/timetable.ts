import { dayOfEvent, type Day } from './days.ts';
import type { EventItem } from './event-item.ts';

export type Grouping = 'route' | 'berth';

export interface TimetableGroup {
  /** Empty where a departure has neither. */
  name: string;
  events: EventItem[];
}

/** Departures of a day under the way they go or the place they leave from; those with the earliest departure first. */
export function groupsOf(events: readonly EventItem[], by: Grouping): TimetableGroup[] {
  const nameOf = ({ route, berth, venue }: EventItem) =>
    (by === 'route' ? route?.name : (berth?.name ?? venue?.name)) ?? '';
  return [...Map.groupBy(events, nameOf)].map(([name, group]) => ({ name, events: group }));
}

/** Of departures that were kept those of a day, a route and a berth, as the API would have chosen them. */
export function keptFor(
  events: readonly EventItem[],
  { day, route, berth }: { day: Day; route: string; berth: string },
): EventItem[] {
  return events.filter(
    (event) =>
      dayOfEvent(event) === day &&
      (!route || event.route?.slug === route) &&
      (!berth || event.berth?.slug === berth),
  );
}
