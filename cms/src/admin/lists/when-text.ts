import { businessZone, dayAfter, foreignClock, wallTime } from '../fields/zoned-time/wall-time.ts';
import type { Say } from '../words/use-words.ts';

type When = { instant: string; zone: string; tag: string; now: Date; say: Say };

/**
 * A moment as people say it, by the clock of its place: «сегодня, 12:30», «сб, 22 нояб., 12:30 UTC+2». Today and tomorrow
 * are those of the business, as in the filter of a list; where the place has another date at that moment, the date is said.
 */
export function whenText(when: When): string {
  const clock = foreignClock(when.instant, when.zone);
  return clock ? `${spoken(when)} ${clock}` : spoken(when);
}

function spoken({ instant, zone, tag, now, say }: When): string {
  const { date, time } = wallTime(instant, zone);
  const today = wallTime(now, businessZone).date;
  const day = date === wallTime(instant, businessZone).date ? date : '';
  if (day === today) return say('list.today.at', { time });
  if (day === dayAfter(today, 1)) return say('list.tomorrow.at', { time });
  return dateText({ instant, zone, tag, withYear: date.slice(0, 4) !== today.slice(0, 4) });
}

type DateText = { instant: string; zone: string; tag: string; withYear: boolean };

const dateText = ({ instant, zone, tag, withYear }: DateText): string =>
  new Intl.DateTimeFormat(tag, {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(withYear ? { year: 'numeric' } : {}),
  }).format(new Date(instant));
