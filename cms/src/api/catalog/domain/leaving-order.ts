import type { Departure } from './departure.ts';

/** The order in which departures leave. */
export function byTime(left: Departure, right: Departure): number {
  return left.event.startAt - right.event.startAt || compareIds(left, right);
}

export function compareIds(left: { id: string }, right: { id: string }): number {
  return left.id < right.id ? -1 : Number(left.id > right.id);
}
