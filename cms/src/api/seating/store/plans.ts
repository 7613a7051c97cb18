import type { Transaction } from '@gangway/kit';
import { type OnSale, onSale, type SaleRow } from '../domain/on-sale.ts';
import type { PlanClaims } from '../domain/plan-problems.ts';
import { planTurn } from './turns.ts';

/** What the departures sell, by their ids, as their rows say now: read it alone with them. */
export async function readOnSale(
  trx: Transaction,
  eventIds: readonly string[],
): Promise<Map<string, OnSale>> {
  const { rows } = await trx.raw(onSaleSql, [eventIds]);
  const found = (rows as { row: SaleRow & { id: string } }[]).map(({ row }) => row);
  return new Map(found.map((row) => [row.id, onSale(row)]));
}

/** Nobody edits the plans that the departures sell by; after their own turns. */
export async function planTurns(trx: Transaction, eventIds: readonly string[]): Promise<void> {
  const { rows } = await trx.raw(plansOfSql, [eventIds]);
  for (const { id } of rows as { id: string }[]) await planTurn(trx, id);
}

/** The places of a departure that have a live claim. */
export async function claimedSeats(trx: Transaction, eventId: string): Promise<Set<string>> {
  const { rows } = await trx.raw(
    'select seat_code as "seatCode" from seating_claims where event_id = ? and released_at is null',
    [eventId],
  );
  return new Set((rows as { seatCode: string }[]).map(({ seatCode }) => seatCode));
}

/**
 * What is held or sold by the plan on departures that have not ended; of orders also what has run out and is not yet
 * free: it is still sold to them.
 */
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
     where e.end_at + make_interval(mins => coalesce(e.delay_minutes, 0)) > asked.at at time zone 'UTC'
  )
  select json_build_object(
    'seats', (select coalesce(json_agg(distinct jsonb_build_object('seatCode', c.seat_code, 'zone', c.zone)), '[]')
                from sailing join seating_claims c using (event_id)
               where c.released_at is null
                 and (c.order_id is not null or c.state <> 'held' or c.expires_at > sailing.at)),
    'zones', (select coalesce(json_agg(json_build_object('zone', zone, 'places', places)), '[]') from (
                select zone, max(places)::int as places from (
                  select c.zone, sum(c.quantity) as places
                    from sailing one join counter_claims c using (event_id)
                   where c.zone is not null and c.takes_place and c.released_at is null
                     and (c.order_id is not null or c.state <> 'held' or c.expires_at > one.at)
                   group by c.event_id, c.zone) of_event
                 group by zone) fullest)) as claims`;

/** Joins `p`, the plan that the departure `e` sells by: its own (`own`), else its vessel's. */
export const itsPlan = `
      left join events_seating_plan_lnk own on own.event_id = e.id
      left join events_vessel_lnk sails on sails.event_id = e.id
      left join vessels_seating_plan_lnk ships on ships.vessel_id = sails.vessel_id
      left join seating_plans p on p.id = coalesce(own.seating_plan_id, ships.seating_plan_id)`;

const plansOfSql = `
  select distinct p.document_id as id from events e ${itsPlan}
   where e.document_id = any(?) and p.id is not null order by 1`;

// A row made into json arrives parsed; jsonb alone would come as text.
const onSaleSql = `
  select row_to_json(r) as row from (
    select e.document_id as id, e.seating, e.capacity, p.geometry
      from events e ${itsPlan}
     where e.document_id = any(?)
  ) r`;
