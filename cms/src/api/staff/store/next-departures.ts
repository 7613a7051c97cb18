import type { Transaction } from '@gangway/kit';
import type { Ahead } from '../domain/ahead-view.ts';

export type DepartureOwner = 'activity' | 'vessel' | 'route' | 'berth' | 'venue';

const tables = { vessel: 'vessels', berth: 'berths', venue: 'venues' };

function owners(kind: DepartureOwner): string {
  if (kind === 'activity' || kind === 'route') return activities(kind);
  return `
    select owner.document_id as id, link.event_id
    from events_${kind}_lnk link join ${tables[kind]} owner on owner.id = link.${kind}_id`;
}

/** A departure is linked to some rows of its activity; which document they belong to is what counts. */
function activities(kind: 'activity' | 'route'): string {
  const activity = `events_activity_lnk link join activities activity on activity.id = link.activity_id`;
  if (kind === 'activity')
    return `select distinct activity.document_id as id, link.event_id from ${activity}`;
  return `
    select distinct route.document_id as id, link.event_id
    from ${activity}
    join activities version on version.document_id = activity.document_id
    join activities_route_lnk on_route on on_route.activity_id = version.id
    join routes route on route.id = on_route.route_id`;
}

/** The next departure and the number within 30 days of each document, in the order of `ids`. */
export async function departuresAhead(
  trx: Transaction,
  { kind, ids, now }: { kind: DepartureOwner; ids: readonly string[]; now: Date },
): Promise<Ahead[]> {
  const until = new Date(now.getTime() + 30 * 24 * 3600_000);
  const { rows } = await trx.raw(aheadSql(kind), [ids, now.toISOString(), until.toISOString()]);
  return (rows as { row: Ahead }[]).map(({ row }) => row);
}

const aheadSql = (kind: DepartureOwner) => `
  with asked as (select id, place from unnest(?::text[]) with ordinality as asked (id, place)),
  period as (select ?::timestamptz at time zone 'UTC' as now, ?::timestamptz at time zone 'UTC' as until),
  ahead as (
    select owned.id, event.document_id as "eventId", event.start_at, event.timezone
    from (${owners(kind)}) owned
    join asked on asked.id = owned.id
    join events event on event.id = owned.event_id
    cross join period
    where event.start_at > period.now and not coalesce(event.archived, false)
      and event.state in ('on_sale', 'closed', 'boarding')
  )
  select json_build_object(
    'id', asked.id,
    'eventId', first."eventId",
    'nextAt', to_char(first.start_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    'timezone', first.timezone,
    'next30Days', (select count(*) from ahead, period where ahead.id = asked.id and ahead.start_at < period.until)
  ) as row
  from asked
  left join lateral (select * from ahead where ahead.id = asked.id order by start_at limit 1) first on true
  order by asked.place`;
