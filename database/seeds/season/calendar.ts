import type { ActivityRecord, ScheduleRecord, Weekday } from './records.ts';
import { everyDay } from './weekdays.ts';

const dayLength = 86_400_000;

/** The day (`YYYY-MM-DD`) it is in `timezone` at that moment. */
export function dayIn(moment: Date, timezone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short' }).format(moment);
}

export function laterDay(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + count * dayLength).toISOString().slice(0, 10);
}

export function weekdayOf(day: string): Weekday {
  return everyDay[(new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7] ?? 'monday';
}

/** The days of a season on which the rule lets its vessel sail, `yieldsTo` left aside. */
export function sailingDays(
  schedule: ScheduleRecord,
  { from, days }: { from: string; days: number },
): string[] {
  const all = Array.from({ length: days }, (_, count) => laterDay(from, count));
  const fitting = all.filter((day) => schedule.days.includes(weekdayOf(day)));
  return fitting.filter((day) => weekOf(day, from) % (schedule.everyWeeks ?? 1) === 0);
}

function weekOf(day: string, from: string): number {
  return Math.floor((Date.parse(day) - Date.parse(from)) / (7 * dayLength));
}

/** Every day on which the vessel is away for this activity, from the day it leaves to the day it is back. */
export function daysAway(activity: ActivityRecord, season: { from: string; days: number }): string[] {
  const nights = Math.floor(activity.durationMinutes / 1440);
  const leaving = activity.schedules.flatMap((schedule) => sailingDays(schedule, season));
  return leaving.flatMap((day) => Array.from({ length: nights + 1 }, (_, count) => laterDay(day, count)));
}

/** The moment at which the day begins in `timezone`. */
export function midnightIn(day: string, timezone: string): Date {
  const asUtc = Date.parse(`${day}T00:00Z`);
  const wall = new Intl.DateTimeFormat('sv-SE', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const shown = Date.parse(`${wall.format(asUtc).replace(' ', 'T')}Z`);
  return new Date(asUtc - (shown - asUtc));
}
