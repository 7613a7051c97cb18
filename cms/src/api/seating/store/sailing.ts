import type { Transaction } from '@gangway/kit';
import type { Bookings, Sailing } from '../domain/departure-problems.ts';

/** What buyers of a departure rely on, as it stands in this transaction. Without a plan of its own the vessel's counts. */
export async function readSailing(trx: Transaction, documentId: string): Promise<Sailing | undefined> {
  const { rows } = await trx.raw(sailingSql, [documentId]);
  return (rows as { sailing: Sailing }[])[0]?.sailing;
}

export async function readBookings(
  trx: Transaction,
  { eventId, now }: { eventId: string; now: Date },
): Promise<Bookings> {
  const { rows } = await trx.raw(bookingsSql, [eventId, now]);
  return (rows as Bookings[])[0] ?? { bookings: 0, places: 0, ahead: false };
}

const linked = (attribute: string, table: string) => `
  (select o.document_id from events_${attribute}_lnk l join ${table} o on o.id = l.${attribute}_id
    where l.event_id = e.id limit 1)`;

const sailingSql = `
  select json_build_object(
           'activity', ${linked('activity', 'activities')}, 'vessel', ${linked('vessel', 'vessels')},
           'venue', ${linked('venue', 'venues')}, 'berth', ${linked('berth', 'berths')},
           'startAt', e.start_at, 'endAt', e.end_at, 'timezone', e.timezone, 'seating', e.seating,
           'capacity', e.capacity, 'delayMinutes', coalesce(e.delay_minutes, 0)::text, 'state', e.state,
           'archived', coalesce(e.archived, false),
           'seatingPlan', case e.seating when 'assigned' then coalesce(
             ${linked('seating_plan', 'seating_plans')},
             (select p.document_id from events_vessel_lnk v
                join vessels_seating_plan_lnk l on l.vessel_id = v.vessel_id
                join seating_plans p on p.id = l.seating_plan_id where v.event_id = e.id limit 1))
           else ${linked('seating_plan', 'seating_plans')} end) as sailing
    from events e where e.document_id = ?`;

// What an order has held too long is still sold to it while nobody else has it: it counts until it is free.
const bookingsSql = `
  with asked as (select ?::text as event_id, ?::timestamptz as at),
  live as (
    select c.hold_id, c.order_id, 1 as places from asked join seating_claims c using (event_id)
     where c.released_at is null and (c.order_id is not null or c.state <> 'held' or c.expires_at > asked.at)
    union all
    select c.hold_id, c.order_id, case when c.takes_place then c.quantity else 0 end
      from asked join counter_claims c using (event_id)
     where c.released_at is null and (c.order_id is not null or c.state <> 'held' or c.expires_at > asked.at)
  ),
  booked as (
    select coalesce(order_id, hold_id) as booking from live
    union
    select l.order_id from asked join order_lines l using (event_id) join orders o on o.document_id = l.order_id
     where o.state in ('LOCKED', 'PAID', 'PARTIALLY_REFUNDED')
  )
  select (select count(booking) from booked)::int as bookings,
         (select coalesce(sum(places), 0) from live)::int as places,
         exists (select from asked join events e on e.document_id = asked.event_id
                  where e.end_at + make_interval(mins => coalesce(e.delay_minutes, 0)) > asked.at at time zone 'UTC') as ahead`;
