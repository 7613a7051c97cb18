import type { Transaction } from '@gangway/kit';
import type { EventRow } from '../../catalog/domain/catalogue-rows.ts';
import { itsPlan } from './plans.ts';

type Facts = Pick<
  EventRow,
  'capacity' | 'state' | 'seating' | 'planId' | 'startAt' | 'endAt' | 'salesStartAt' | 'salesEndAt'
>;

type Known = { event: EventRow; planRow: { id: string; written: string } | undefined };

/**
 * Whether the departure and the plan that it sells by are still what the catalogue in memory says; read it while holding
 * the turns of both.
 */
export async function isCurrent(trx: Transaction, { event, planRow }: Known): Promise<boolean> {
  const { rows } = await trx.raw(factsSql, [event.id]);
  const [found] = rows as { facts: Facts & { plan: string | null } }[];
  if (!found || !names.every((name) => found.facts[name] === event[name])) return false;
  return !planRow || found.facts.plan === `${planRow.id} ${planRow.written}`;
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
           'planId', case when own.event_id is not null then p.document_id end,
           'plan', p.document_id || ' ' || p.xmin::text) as facts
    from events e ${itsPlan}
   where e.document_id = ? and not coalesce(e.archived, false)`;
