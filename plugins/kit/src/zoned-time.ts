const minute = 60_000;
const day = 24 * 60 * minute;

/** Whether the runtime knows the IANA zone, such as `Europe/Moscow`. */
export function isTimeZone(zone: string): boolean {
  try {
    return Boolean(offsetFormat(zone));
  } catch {
    return false;
  }
}

/** `2026-11-20T18:30:00+03:00`: the moment on the clock of the zone, with that day's offset. */
export function zonedIso(instant: number, zone: string): string {
  const offset = offsetMinutes(instant, zone);
  // One text: put together with `+` it would keep its parts.
  return [localText(instant, offset).slice(0, 19), offsetText(offset)].join('');
}

/** `2026-11-20`: the day it is in the zone. */
export function zonedDay(instant: number, zone: string): string {
  return localText(instant, offsetMinutes(instant, zone)).slice(0, 10);
}

/**
 * The moment at which clocks of the zone show `time` on `day`. A time that the change of clocks skips moves
 * forward by the skipped hour; of a time that comes twice it is the first (RFC 5545, section 3.3.5).
 */
export function instantOf({ day: date, time, zone }: { day: string; time: string; zone: string }): number {
  const naive = Date.parse(`${date}T${time}Z`);
  const before = offsetMinutes(naive - day, zone);
  const after = offsetMinutes(naive + day, zone);
  const [early, late] = [naive - before * minute, naive - after * minute];
  const isLate = offsetMinutes(early, zone) !== before && offsetMinutes(late, zone) === after;
  return isLate ? late : early;
}

/** The day that is `count` days later; days are `YYYY-MM-DD`. */
export function laterDay(date: string, count: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + count * day).toISOString().slice(0, 10);
}

function localText(instant: number, offset: number): string {
  return new Date(instant + offset * minute).toISOString();
}

function offsetText(offset: number): string {
  const size = Math.abs(offset);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

const quarterHour = 15 * minute;
const mostQuarters = 50_000;

/** Zones change their offset on quarters of an hour, so a season asks for few of them again and again. */
function offsetMinutes(instant: number, zone: string): number {
  const quarter = Math.floor(instant / quarterHour);
  const known = offsets.get(zone) ?? new Map<number, number>();
  if (known.size >= mostQuarters) known.clear();
  const offset = known.get(quarter) ?? formattedOffset(instant, zone);
  offsets.set(zone, known.set(quarter, offset));
  return offset;
}

function formattedOffset(instant: number, zone: string): number {
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(offsetFormat(zone).format(instant)) ?? [];
  const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -size : size;
}

function offsetFormat(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone) ?? newFormat(zone);
  formats.set(zone, known);
  return known;
}

function newFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
}

// A format costs 50 µs to make and 1 µs to use, and a season asks thousands of times.
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();
