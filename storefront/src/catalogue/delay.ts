import type { EventItem } from './event-item.ts';

const minute = 60_000;

/** The moment so many minutes later. */
export const laterBy = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * minute).toISOString();

/** How long a departure takes, in minutes. */
export const minutesOf = ({ startAt, endAt }: { startAt: string; endAt: string }): number =>
  Math.round((Date.parse(endAt) - Date.parse(startAt)) / minute);

/** Those that have not left. The API sees to it; a list that was kept while cms is away grows old. */
export const stillAhead = (events: readonly EventItem[], now: string): EventItem[] =>
  events.filter(({ startAt, delayMinutes }) => laterBy(startAt, delayMinutes) > now);
