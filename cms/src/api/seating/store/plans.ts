import type { Transaction } from '@gangway/kit';
import { readGeometry } from '../domain/geometry-problems.ts';
import type { Geometry } from '../domain/geometry.ts';
import type { PlanClaims } from '../domain/plan-problems.ts';

/** The plan of a departure, else its vessel's, and the places of it that have a live claim. */
export async function readPlan(
  trx: Transaction,
  eventId: string,
): Promise<{ plan: Geometry | undefined; taken: Set<string> }> {
  const { rows } = await trx.raw(planSql, [eventId]);
  const [found] = rows as { row: { geometry: unknown } }[];
  const plan = found && readGeometry(found.row.geometry);
  return { plan, taken: await claimedSeats(trx, eventId) };
}

async function claimedSeats(trx: Transaction, eventId: string): Promise<Set<string>> {
  const { rows } = await trx.raw(
    'select seat_code as "seatCode" from seating_claims where event_id = ? and released_at is null',
    [eventId],
  );
  return new Set((rows as { seatCode: string }[]).map(({ seatCode }) => seatCode));
}

/** What is held or sold by the plan on departures that have not ended. */
export async function readPlanClaims(
  trx: Transaction,
  { planId, now }: { planId: string; now: Date },
): Promise<PlanClaims> {
  const { rows } = await trx.raw(planClaimsSql, [planId, now]);
  return (rows as { claims: PlanClaims }[])[0]?.claims ?? { seats: [], zones: [] };
}

// Columns of datetime attributes have no zone and hold UTC.
const planClaimsSql = `
  with asked as (select ?::text as plan_id, ?::timestamptz as at),
  linked as (
    select own.event_id from asked join seating_plans p on p.document_id = asked.plan_id
      join events_seating_plan_lnk own on own.seating_plan_id = p.id
    union
    select sails.event_id from asked join seating_plans p on p.document_id = asked.plan_id
      join vessels_seating_plan_lnk ships on ships.seating_plan_id = p.id
      join events_vessel_lnk sails on sails.vessel_id = ships.vessel_id
  ),
  sailing as (
    select e.document_id as event_id, asked.at
      from asked, linked join events e on e.id = linked.event_id
     where e.end_at > asked.at at time zone 'UTC'
  )
  select json_build_object(
    'seats', (select coalesce(json_agg(distinct jsonb_build_object('seatCode', c.seat_code, 'zone', c.zone)), '[]')
                from sailing join seating_claims c using (event_id)
               where c.released_at is null and (c.state <> 'held' or c.expires_at > sailing.at)),
    'zones', (select coalesce(json_agg(json_build_object('zone', zone, 'places', places)), '[]') from (
                select zone, max(places)::int as places from (
                  select c.zone, sum(c.quantity) as places
                    from sailing one join counter_claims c using (event_id)
                   where c.zone is not null and c.takes_place and c.released_at is null
                     and (c.state <> 'held' or c.expires_at > one.at)
                   group by c.event_id, c.zone) of_event
                 group by zone) fullest)) as claims`;

// A row made into json arrives parsed; jsonb alone would come as text.
const planSql = `
  select row_to_json(r) as row from (
    select p.geometry
      from events e
      left join events_seating_plan_lnk own on own.event_id = e.id
      left join events_vessel_lnk sails on sails.event_id = e.id
      left join vessels_seating_plan_lnk ships on ships.vessel_id = sails.vessel_id
      join seating_plans p on p.id = coalesce(own.seating_plan_id, ships.seating_plan_id)
     where e.document_id = ? limit 1
  ) r`;
