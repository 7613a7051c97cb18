import type { Problem } from '../../../frame/editing/problem.ts';
import { problems } from './problems.ts';
import { exceptionsProblem, readTimes } from './schedule-exceptions.ts';
import { capacityProblems, type Places } from './seating-capacity.ts';
import { type Week, ticked } from './week.ts';
import { zoneProblems } from './zone-name.ts';

/** A schedule as it stands after an edit, with what it points at; days are `YYYY-MM-DD`. */
export type EditedSchedule = Places &
  Week & {
    timezone: string;
    seasonFrom: string;
    seasonTo: string;
    times: string;
    exceptions?: string | null;
    activity?: unknown;
    venue?: unknown;
  };

/** What the schedule's own values say. */
export function scheduleValueProblems(schedule: ScheduleValues): Problem[] {
  const { seasonFrom = '', seasonTo = '', times = '', timezone } = schedule;
  return [
    ...(seasonTo < seasonFrom ? [problems.SEASON_ORDER('seasonTo')] : []),
    ...(ticked(schedule).some(Boolean) ? [] : [problems.NO_WEEKDAYS('monday')]),
    ...repeatedTime(times),
    ...exceptionProblems(schedule.exceptions),
    ...(timezone ? zoneProblems(timezone) : []),
  ];
}

export type ScheduleValues = Partial<
  Pick<EditedSchedule, 'timezone' | 'seasonFrom' | 'seasonTo' | 'times' | 'exceptions'>
> &
  Week;

/** What it points at, and whether its people fit in there. */
export function scheduleProblems(schedule: EditedSchedule): Problem[] {
  return [
    ...(schedule.activity ? [] : [problems.ACTIVITY_REQUIRED('activity')]),
    ...(schedule.vessel || schedule.venue ? [] : [problems.PLACE_REQUIRED('vessel')]),
    ...capacityProblems(schedule),
  ];
}

function exceptionProblems(exceptions: string | null | undefined): Problem[] {
  const message = exceptionsProblem(exceptions);
  return message ? [{ code: 'EXCEPTION_FORMAT', path: ['exceptions'], message }] : [];
}

function repeatedTime(times: string): Problem[] {
  const written = times.split(',').filter((time) => time.trim() !== '');
  return written.length > readTimes(times).length ? [problems.TIME_REPEATED('times')] : [];
}
