import { commonErrors } from '@gangway/kit';
import { plannedDepartures, type ScheduleRule } from '../../catalog/domain/departures.ts';
import { exceptionsProblem, readTimes } from '../../catalog/domain/schedule-exceptions.ts';
import { weekdays, type Weekday } from '../../catalog/domain/week.ts';
import { zoneProblems } from '../../catalog/domain/zone-name.ts';

/** A schedule as it stands in the form. */
export type PreviewedRule = {
  timezone: string;
  seasonFrom: string;
  seasonTo: string;
  days: string;
  times: string;
  exceptions?: string | undefined;
  horizonDays: number;
};

export type PreviewedDay = { date: string; day: Weekday; times: string[] };

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * What the rule would make from `now` on, day by day.
 * @throws INVALID_INPUT naming the field that cannot be read
 */
export function departuresPreview(rule: PreviewedRule, now: Date): { total: number; perDay: PreviewedDay[] } {
  requireReadable(rule);
  const planned = plannedDepartures(scheduleRule(rule), now);
  const byDate = Map.groupBy(planned, ({ occurrence }) => occurrence.split(':')[1] ?? '');
  const perDay = [...byDate].map(([date, departures]) => ({
    date,
    day: weekdayOf(date),
    times: departures.map(({ occurrence }) => occurrence.split(':').slice(2).join(':')),
  }));
  return { total: planned.length, perDay };
}

function requireReadable({ timezone, days, times, exceptions }: PreviewedRule): void {
  const unreadable = [
    ...(zoneProblems(timezone).length > 0 ? ['timezone'] : []),
    ...(chosenDays(days).every(isWeekday) ? [] : ['days']),
    ...(readTimes(times).every((time) => timeOfDay.test(time)) ? [] : ['times']),
    ...(exceptionsProblem(exceptions) ? ['exceptions'] : []),
  ];
  if (unreadable.length === 0) return;
  throw commonErrors.INVALID_INPUT({ issues: unreadable.map((path) => ({ path, code: 'custom' })) });
}

function scheduleRule({ days, exceptions, ...rule }: PreviewedRule): ScheduleRule {
  const chosen = new Set(chosenDays(days));
  const ticks = weekdays.map((day) => chosen.has(day));
  return { ...rule, id: 'preview', weekdays: ticks, exceptions: exceptions ?? null, durationMinutes: 1 };
}

function chosenDays(days: string): string[] {
  return days
    .split(',')
    .map((day) => day.trim())
    .filter(Boolean);
}

function isWeekday(day: string): day is Weekday {
  return weekdays.some((weekday) => weekday === day);
}

function weekdayOf(date: string): Weekday {
  return weekdays[(new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7] ?? 'monday';
}
