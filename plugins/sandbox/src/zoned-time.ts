import { instantOf as instantOnTheClock, zonedIso } from '@gangway/kit';

/** The date and time people in a zone read off their clocks: `2026-11-20T13:05`. */
export type LocalTime = string;

const localPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;

export const localTime = (instant: Date, timeZone: string): LocalTime =>
  zonedIso(instant.getTime(), timeZone).slice(0, 16);

/** The instant of a local time; undefined when there is no such date. */
export function instantOf(local: LocalTime, timeZone: string): Date | undefined {
  if (!localPattern.test(local) || !isOnTheCalendar(local)) return undefined;
  const [day = '', time = ''] = local.split('T');
  return new Date(instantOnTheClock({ day, time, zone: timeZone }));
}

/** `Date` moves the 30th of February to the 2nd of March instead of refusing it. */
function isOnTheCalendar(local: LocalTime): boolean {
  const instant = new Date(`${local}Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(local);
}
