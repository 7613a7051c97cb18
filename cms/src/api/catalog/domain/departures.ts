import { instantOf, laterDay, zonedDay } from '@gangway/kit';
import { readExceptions, readTimes } from './schedule-exceptions.ts';

/** A schedule as it was filled in. Days are `YYYY-MM-DD` in its zone, both ends of the season included. */
export type ScheduleRule = {
  id: string;
  timezone: string;
  seasonFrom: string;
  seasonTo: string;
  /** Monday first. */
  weekdays: readonly boolean[];
  /** `10:00, 12:30` */
  times: string;
  exceptions: string | null;
  /** How many days ahead departures are made. */
  horizonDays: number;
  durationMinutes: number;
};

/** `occurrence` says which departure of which schedule this is, so that none is ever made twice. */
export type PlannedDeparture = { occurrence: string; startAt: Date; endAt: Date };

/** The departures that the rule asks for, from `now` to its horizon, in the order in which they leave. */
export function plannedDepartures(rule: ScheduleRule, now: Date): PlannedDeparture[] {
  const timesOn = timetable(rule);
  return daysOf(rule, now)
    .flatMap((day) => timesOn(day).map((time) => planned(rule, { day, time })))
    .filter(({ startAt }) => startAt > now);
}

function daysOf({ seasonFrom, seasonTo, timezone, horizonDays }: ScheduleRule, now: Date): string[] {
  const today = zonedDay(now.getTime(), timezone);
  const first = seasonFrom > today ? seasonFrom : today;
  const all = Array.from({ length: horizonDays + 1 }, (_, count) => laterDay(today, count));
  return all.filter((day) => day >= first && day <= seasonTo);
}

function timetable({ times, exceptions, weekdays }: ScheduleRule) {
  const usual = readTimes(times);
  const changes = readExceptions(exceptions);
  return (day: string): string[] => {
    const change = changes.findLast(({ from, to }) => from <= day && day <= to);
    if (change) return change.times;
    return weekdays[weekdayOf(day)] ? usual : [];
  };
}

function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7;
}

function planned(rule: ScheduleRule, { day, time }: { day: string; time: string }): PlannedDeparture {
  const start = instantOf({ day, time, zone: rule.timezone });
  return {
    occurrence: `${rule.id}:${day}:${time}`,
    startAt: new Date(start),
    endAt: new Date(start + rule.durationMinutes * 60_000),
  };
}
