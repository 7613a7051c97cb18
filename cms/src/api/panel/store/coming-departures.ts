import type { Localized } from '@gangway/kit';

/** A knex connection or transaction, as much of it as one reading needs. */
export interface Reader {
  raw(sql: string, bindings: readonly unknown[]): PromiseLike<{ rows: unknown[] }>;
}

/** Moments are ISO 8601 in UTC; `day` counts from today (0) to the date that its own place shows when it leaves. */
export interface ComingDeparture {
  id: string;
  day: number;
  startAt: string;
  endAt: string;
  timezone: string;
  activity: Localized | null;
  berth: Localized | null;
  vessel: Localized | null;
  state: string;
  delayMinutes: number;
  capacity: number;
}

/**
 * The departures of today and the six days after it, in the order in which they leave; archived ones are left out.
 * `today` is a date, `2026-06-01`.
 */
export async function readComingDepartures(
  db: Reader,
  { now, today }: { now: Date; today: string },
): Promise<ComingDeparture[]> {
  const moment = now.toISOString();
  const { rows } = await db.raw(`select row_to_json(d) as row from (${sql}) d`, [today, moment, moment]);
  return (rows as { row: ComingDeparture }[]).map(({ row }) => row);
}

const utc = (column: string) => `to_char(e.${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const localDay = (moment: string) => `(${moment} at time zone e.timezone)::date`;

const linkedName = (relation: string, table: string) => `
  (select t.name from events_${relation}_lnk l join ${table} t on t.id = l.${relation}_id where l.event_id = e.id limit 1)`;

// Any linked row says which activity is meant; its titles are those of the drafts, which every language has.
const activityTitle = `
  (select jsonb_build_object(
            'ru', coalesce(max(d.title) filter (where d.locale = 'ru'), ''),
            'en', coalesce(max(d.title) filter (where d.locale = 'en'), ''),
            'zh', coalesce(max(d.title) filter (where d.locale = 'zh-Hans'), ''))
     from events_activity_lnk l
     join activities a on a.id = l.activity_id
     join activities d on d.document_id = a.document_id and d.published_at is null
    where l.event_id = e.id)`;

/** The departures of one day by the clock of each place, or the one with the id; archived ones too. */
export async function readDepartures(
  db: Reader,
  { day, id }: { day?: string | undefined; id?: string | undefined },
): Promise<Pick<ComingDeparture, 'id' | 'startAt' | 'timezone' | 'activity' | 'berth'>[]> {
  const chosen = id === undefined ? [ofDay, [day, day, day]] : ['e.document_id = ?', [id]];
  const [where, bindings] = chosen as [string, unknown[]];
  const { rows } = await db.raw(
    `select row_to_json(d) as row from (
       select e.document_id as id, ${utc('start_at')} as "startAt", e.timezone, ${activityTitle} as activity,
              ${linkedName('berth', 'berths')} as berth
         from events e where ${where} order by e.start_at, e.id limit 200) d`,
    bindings,
  );
  return (rows as { row: ComingDeparture }[]).map(({ row }) => row);
}

const ofDay = `${localDay(`e.start_at at time zone 'UTC'`)} = ?::date
  and e.start_at between ?::timestamp - interval '1 day' and ?::timestamp + interval '2 days'`;

// Columns of datetime attributes have no zone and hold UTC. The bounds in UTC only narrow the reading.
const sql = `
  select e.document_id as id, ${localDay(`e.start_at at time zone 'UTC'`)} - ?::date as day,
         ${utc('start_at')} as "startAt", ${utc('end_at')} as "endAt", e.timezone,
         ${activityTitle} as activity, ${linkedName('berth', 'berths')} as berth, ${linkedName('vessel', 'vessels')} as vessel,
         e.state, coalesce(e.delay_minutes, 0) as "delayMinutes", e.capacity
    from events e
   where e.archived is not true
     and e.start_at between (?::timestamptz at time zone 'UTC') - interval '2 days'
                        and (?::timestamptz at time zone 'UTC') + interval '9 days'
   order by e.start_at, e.id`;
