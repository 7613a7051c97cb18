import type { Transaction } from '@gangway/kit';
import { readGeometry } from '../domain/geometry-problems.ts';
import type { Geometry } from '../domain/geometry.ts';

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
