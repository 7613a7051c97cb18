import { requireOpen, type Transaction } from '@gangway/kit';
import type { ScheduleRule } from '../domain/departures.ts';
import { refreshLabels } from './labels.ts';

/** A schedule with what its departures take over from it, its activity and its vessel. */
export type ScheduleRow = ScheduleRule & {
  seating: string;
  capacity: number;
  vesselId: string | null;
  turnaroundMinutes: number;
};

/** One row to write. `freeAt` is when the vessel may sail again; moments are ISO 8601. */
export type NewDeparture = {
  id: string;
  occurrence: string;
  startAt: string;
  endAt: string;
  freeAt: string;
  timezone: string;
  seating: string;
  capacity: number;
  vesselId: string | null;
};

/** The active schedules, or the one asked for when it is active; those without an activity are left out. */
export async function readSchedules(trx: Transaction, scheduleId?: string): Promise<ScheduleRow[]> {
  const { rows } = await trx.raw(`select row_to_json(r) as row from (${scheduleSql}) r`, [
    scheduleId ?? null,
    scheduleId ?? null,
  ]);
  return (rows as { row: ScheduleRow }[]).map(({ row }) => row);
}

/** Makes other calls of this process and others wait until the transaction ends. */
export async function lockDepartures(trx: Transaction): Promise<void> {
  requireOpen(trx, 'make departures');
  await trx.raw(`select pg_advisory_xact_lock(hashtext('catalog.departures'))`);
}

/** Which of the occurrences have a departure already, whatever became of it, or had one that was deleted. */
export async function knownOccurrences(trx: Transaction, occurrences: string[]): Promise<Set<string>> {
  const sql = `
    with asked as (select unnest(?::text[]) as occurrence)
    select occurrence from asked join events using (occurrence)
    union select occurrence from asked join dropped_occurrences using (occurrence)`;
  const { rows } = await trx.raw(sql, [occurrences]);
  return new Set((rows as { occurrence: string }[]).map(({ occurrence }) => occurrence));
}

/**
 * Takes vessels for those departures that sail one, as many as fit; of two that collide the first gets it.
 * @returns the ids of the departures that got their vessel
 */
export async function occupyVessels(trx: Transaction, departures: NewDeparture[]): Promise<Set<string>> {
  const { rows } = await trx.raw(
    `insert into vessel_occupations (subject_kind, subject_id, vessel_id, during)
     select 'event', d.id, d."vesselId", tstzrange(d."startAt", d."freeAt")
       from ${recordset} where d."vesselId" is not null order by d."startAt", d.occurrence
     on conflict do nothing returning subject_id as id`,
    [JSON.stringify(departures)],
  );
  return new Set((rows as { id: string }[]).map(({ id }) => id));
}

/** Writes the departures and gives each its label and the relations of its schedule, as Strapi would write them. */
export async function insertDepartures(
  trx: Transaction,
  { departures, now }: { departures: NewDeparture[]; now: Date },
): Promise<void> {
  await trx.raw(insertSql, [now.toISOString(), JSON.stringify(departures)]);
  const ids = departures.map(({ id }) => id);
  await trx.raw(scheduleLinkSql, [ids]);
  for (const relation of ['activity', 'vessel', 'venue', 'berth', 'seating_plan']) {
    await trx.raw(copiedLinkSql(relation), [ids]);
  }
  await refreshLabels(trx, { of: 'event', documentIds: ids });
}

const recordset = `jsonb_to_recordset(?::jsonb) as d(
  id text, occurrence text, "startAt" timestamptz, "endAt" timestamptz, "freeAt" timestamptz,
  timezone text, seating text, capacity int, "vesselId" text)`;

// A schedule is linked to the draft and the published row of its activity: the published one speaks.
const scheduleSql = `
  select s.document_id as id, s.timezone, s.season_from as "seasonFrom", s.season_to as "seasonTo",
         array[coalesce(s.monday, false), coalesce(s.tuesday, false), coalesce(s.wednesday, false),
               coalesce(s.thursday, false), coalesce(s.friday, false), coalesce(s.saturday, false),
               coalesce(s.sunday, false)] as weekdays,
         s.times, s.exceptions, coalesce(s.horizon_days, 90) as "horizonDays", s.seating, s.capacity,
         a.duration_minutes as "durationMinutes",
         v.document_id as "vesselId", coalesce(v.turnaround_minutes, 0) as "turnaroundMinutes"
    from schedules s
    join lateral (
      select a.duration_minutes, a.archived
        from schedules_activity_lnk l join activities a on a.id = l.activity_id
       where l.schedule_id = s.id order by a.published_at is null, a.locale <> 'ru' limit 1
    ) a on not coalesce(a.archived, false)
    left join schedules_vessel_lnk lv on lv.schedule_id = s.id
    left join vessels v on v.id = lv.vessel_id
   where coalesce(s.active, true) and (?::text is null or s.document_id = ?)
   order by s.document_id`;

const insertSql = `
  with written as (select ?::timestamptz at time zone 'UTC' as at)
  insert into events (document_id, occurrence, start_at, end_at, timezone, seating, capacity, state,
                      delay_minutes, archived, created_at, updated_at, published_at)
  select d.id, d.occurrence, d."startAt" at time zone 'UTC', d."endAt" at time zone 'UTC', d.timezone,
         d.seating, d.capacity, 'on_sale', 0, false, written.at, written.at, written.at
    from written, ${recordset}
   order by d."startAt", d.occurrence`;

const scheduleLinkSql = `
  insert into events_schedule_lnk (event_id, schedule_id)
  select e.id, s.id from events e join schedules s on s.document_id = split_part(e.occurrence, ':', 1)
   where e.document_id = any(?::text[])`;

const copiedLinkSql = (relation: string) => `
  insert into events_${relation}_lnk (event_id, ${relation}_id)
  select s.event_id, l.${relation}_id
    from events e
    join events_schedule_lnk s on s.event_id = e.id
    join schedules_${relation}_lnk l on l.schedule_id = s.schedule_id
   where e.document_id = any(?::text[])`;
