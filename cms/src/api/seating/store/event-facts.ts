import type { Transaction } from '@gangway/kit';
import type { EventRow } from '../../catalog/domain/catalogue-rows.ts';

type Facts = Pick<
  EventRow,
  'capacity' | 'state' | 'seating' | 'planId' | 'startAt' | 'endAt' | 'salesStartAt' | 'salesEndAt'
>;

/** Whether the departure is still what the catalogue in memory says; read it while holding a turn. */
export async function isCurrent(trx: Transaction, event: EventRow): Promise<boolean> {
  const { rows } = await trx.raw(factsSql, [event.id]);
  const [found] = rows as { facts: Facts }[];
  return found !== undefined && names.every((name) => found.facts[name] === event[name]);
}

const names = [
  ...(['capacity', 'state', 'seating', 'planId'] as const),
  ...(['startAt', 'endAt', 'salesStartAt', 'salesEndAt'] as const),
];

// Columns of datetime attributes have no zone and hold UTC.
const millis = (column: string) => `(extract(epoch from e.${column}) * 1000)::bigint`;

const factsSql = `
  select json_build_object(
           'capacity', e.capacity, 'state', e.state, 'seating', e.seating,
           'startAt', ${millis('start_at')}, 'endAt', ${millis('end_at')},
           'salesStartAt', ${millis('sales_start_at')}, 'salesEndAt', ${millis('sales_end_at')},
           'planId', (select p.document_id from events_seating_plan_lnk l
                        join seating_plans p on p.id = l.seating_plan_id where l.event_id = e.id limit 1)) as facts
    from events e where e.document_id = ? and not coalesce(e.archived, false)`;
