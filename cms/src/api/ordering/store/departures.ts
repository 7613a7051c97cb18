import type { Transaction } from '@gangway/kit';

/** What becomes of a departure, as the table says now. Moments in milliseconds since the epoch. */
export type DepartureFacts = {
  id: string;
  startAt: number;
  endAt: number;
  leavesAt: number;
  cancelled: boolean;
  /** When we last moved it so far that its buyers may have their money back. */
  changedAt: number | null;
};

/** The departures by id, those the catalogue has forgotten included. */
export async function readDepartures(
  trx: Transaction,
  eventIds: readonly string[],
): Promise<Map<string, DepartureFacts>> {
  const { rows } = await trx.raw(`${departureSql} where document_id = any(?)`, [[...new Set(eventIds)]]);
  return byId(rows as DepartureRow[]);
}

/** The departures of an order. */
export async function readDeparturesOf(
  trx: Transaction,
  orderId: string,
): Promise<Map<string, DepartureFacts>> {
  const ofOrder = 'where document_id in (select event_id from order_lines where order_id = ?)';
  const { rows } = await trx.raw(`${departureSql} ${ofOrder}`, [orderId]);
  return byId(rows as DepartureRow[]);
}

const departureSql = `
  select document_id as id, extract(epoch from start_at) * 1000 as start, extract(epoch from end_at) * 1000 as end,
         coalesce(delay_minutes, 0) as delay, state = 'cancelled' as cancelled,
         (select extract(epoch from max(c.changed_at)) * 1000 from departure_changes c
           where c.event_id = events.document_id and c.refundable) as changed
    from events`;

const byId = (rows: readonly DepartureRow[]) => new Map(rows.map((row) => [row.id, factsOf(row)]));

type DepartureRow = {
  id: string;
  start: string;
  end: string;
  delay: number;
  cancelled: boolean;
  changed: string | null;
};

function factsOf({ id, start, end, delay, cancelled, changed }: DepartureRow): DepartureFacts {
  const startAt = Number(start);
  const changedAt = changed === null ? null : Number(changed);
  return { id, startAt, endAt: Number(end), leavesAt: startAt + delay * 60_000, cancelled, changedAt };
}
