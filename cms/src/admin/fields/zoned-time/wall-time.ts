/** Date and time as a clock on the wall of a place shows them: `2026-06-01` and `12:30`. */
export type WallTime = { date: string; time: string };

/** The zone in which the business counts its days, where a record has none of its own. */
export const businessZone = 'Europe/Moscow';

export function isZone(zone: unknown): zone is string {
  if (typeof zone !== 'string' || zone === '') return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export function wallTime(instant: string | Date, zone: string): WallTime {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...numericParts });
  const found = Object.fromEntries(
    parts.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );
  const year = (found.year ?? '').padStart(4, '0');
  return { date: `${year}-${found.month}-${found.day}`, time: `${found.hour}:${found.minute}` };
}

const numericParts = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
} as const;

/**
 * The instant at which the wall shows this time. Where clocks go back and it shows it twice, the first; where they
 * go forward and never show it, the time after the gap.
 */
export function instantOf({ date, time }: WallTime, zone: string): string {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const before = asUtc - offsetAt(asUtc - day, zone);
  const after = asUtc - offsetAt(asUtc + day, zone);
  const shows = (instant: number) => instant + offsetAt(instant, zone) === asUtc;
  return new Date(shows(before) ? before : shows(after) ? after : before).toISOString();
}

const day = 86_400_000;

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

export const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
