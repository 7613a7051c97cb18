import { instantOf as momentOf, isTimeZone, laterDay, zonedIso } from '@gangway/kit';

/** Date and time as a clock on the wall of a place shows them: `2026-06-01` and `12:30`. */
export type WallTime = { date: string; time: string };

/** The zone in which the business counts its days, where a record has none of its own. */
export const businessZone = 'Europe/Moscow';

export const isZone = (zone: unknown): zone is string => typeof zone === 'string' && isTimeZone(zone);

export function wallTime(instant: string | Date, zone: string): WallTime {
  const [date = '', time = ''] = zonedIso(new Date(instant).getTime(), zone).slice(0, 16).split('T');
  return { date, time };
}

/**
 * The instant at which the wall shows this time. Where clocks go back and it shows it twice, the first; where they
 * go forward and never show it, the time after the gap.
 */
export const instantOf = ({ date, time }: WallTime, zone: string): string =>
  new Date(momentOf({ day: date, time, zone })).toISOString();

function offsetAt(instant: number, zone: string): number {
  const { date, time } = wallTime(new Date(instant), zone);
  return Date.parse(`${date}T${time}:00Z`) - Math.floor(instant / 60_000) * 60_000;
}

/** How a clock that does not go with that of the business is marked: `UTC+2`; nothing where both show the same. */
export function foreignClock(instant: string | Date, zone: string): string {
  const at = Math.floor(new Date(instant).getTime() / 60_000) * 60_000;
  const minutes = offsetAt(at, zone) / 60_000;
  if (minutes === offsetAt(at, businessZone) / 60_000) return '';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
}

/** The first instant of the day that the wall shows at `now`, moved by whole days. */
export function startOfDay({ now, zone, days = 0 }: { now: Date; zone: string; days?: number }): string {
  return instantOf({ date: dayAfter(wallTime(now, zone).date, days), time: '00:00' }, zone);
}

export const dayAfter = laterDay;
