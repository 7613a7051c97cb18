import { zonedIso } from './zoned-time.ts';

/** What lists and pickers of the panel call a departure: `2026-12-01 10:00 · Meteor to Kronstadt`, in its own zone. */
export function departureLabel({ title, startAt, timezone }: DepartureName): string {
  const local = zonedIso(startAt.getTime(), timezone).slice(0, 16).replace('T', ' ');
  return `${local} · ${title}`;
}

export type DepartureName = { title: string; startAt: Date; timezone: string };
