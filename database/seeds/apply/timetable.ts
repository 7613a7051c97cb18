import { dayIn, daysAway, laterDay, sailingDays, weekdayOf } from '../season/calendar.ts';
import { season } from '../season/index.ts';
import type { ActivityRecord, ScheduleRecord } from '../season/records.ts';
import { sellerOf } from '../season/seller-of.ts';
import { everyDay } from '../season/weekdays.ts';
import { capacityOf } from './places.ts';
import type { Fields, StrapiDoor } from './strapi-door.ts';
import type { Variant, Voyage } from './voyage.ts';

/** How far the rules reach and how far ahead departures are made, in days. */
const reach: Record<Variant, { season: number; horizon: number; times: number }> = {
  demo: { season: 365, horizon: 89, times: 24 },
  small: { season: 7, horizon: 6, times: 1 },
};

export async function makeSchedules(voyage: Voyage): Promise<void> {
  for (const activity of season.activities) {
    for (const schedule of activity.schedules) {
      const place = schedule.vessel ?? schedule.venue ?? '';
      const key = `schedule:${activity.slug}:${place}`;
      await voyage.writer.make({ key, data: fieldsOf({ voyage, activity, schedule }) });
    }
  }
}

interface Planned {
  voyage: Voyage;
  activity: ActivityRecord;
  schedule: ScheduleRecord;
}

function fieldsOf({ voyage: { writer, variant, today }, activity, schedule }: Planned): Fields {
  const { timezone } = sellerOf(activity.seller);
  const { vessel, venue, berth, days, times, seating } = schedule;
  const whole = { from: dayIn(today, timezone), days: reach[variant].season };
  return {
    activity: writer.idOf(`activity:${activity.slug}`),
    vessel: vessel && writer.idOf(`vessel:${vessel}`),
    seatingPlan: vessel && writer.idOf(`seating-plan:${vessel}`),
    venue: venue && writer.idOf(`venue:${venue}`),
    berth: berth && writer.idOf(`berth:${berth}`),
    ...{ timezone, seating },
    seasonFrom: whole.from,
    seasonTo: laterDay(whole.from, whole.days - 1),
    ...Object.fromEntries(everyDay.map((day) => [day, days.includes(day)])),
    times: times.slice(0, reach[variant].times).join(', '),
    exceptions: daysOff(schedule, whole).join('\n'),
    capacity: schedule.capacity ?? capacityOf(vessel ?? ''),
    horizonDays: reach[variant].horizon,
  };
}

/** Days on which the weekly rule would sail and the season does not. */
function daysOff(schedule: ScheduleRecord, whole: { from: string; days: number }): string[] {
  const sailing = new Set(sailingDays(schedule, whole));
  const away = new Set(awayFor(schedule.yieldsTo, whole));
  const all = Array.from({ length: whole.days }, (_, count) => laterDay(whole.from, count));
  return all
    .filter((day) => schedule.days.includes(weekdayOf(day)))
    .filter((day) => !sailing.has(day) || away.has(day));
}

function awayFor(slug: string | undefined, whole: { from: string; days: number }): string[] {
  const other = season.activities.find((activity) => activity.slug === slug);
  return other ? daysAway(other, whole) : [];
}

interface Schedules {
  makeDepartures: (ask: { now: Date }) => Promise<{ made: number; collided: { occurrence: string }[] }>;
}

/** @throws when two departures want the same vessel at the same time: the timetable is wrong then */
export async function makeDepartures(strapi: StrapiDoor, { today }: Voyage): Promise<number> {
  const schedules = strapi.service('api::catalog.schedules') as Schedules;
  const { made, collided } = await schedules.makeDepartures({ now: today });
  const [first] = collided;
  if (first) throw new Error(`Two departures want one vessel: ${first.occurrence}.`);
  return made;
}

export async function countDepartures(strapi: StrapiDoor): Promise<number> {
  const { rows } = await strapi.db.connection.raw('select count(*)::int as count from events');
  return Number(rows[0]?.count);
}
