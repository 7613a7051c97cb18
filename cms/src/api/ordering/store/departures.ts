import type { Transaction } from '@gangway/kit';

/** What becomes of a departure, as the table says now. Moments in milliseconds since the epoch. */
export type DepartureFacts = { id: string; startAt: number; leavesAt: number; cancelled: boolean };

/** The departures by id, those the catalogue has forgotten included. */
export async function readDepartures(
  trx: Transaction,
  eventIds: readonly string[],
): Promise<Map<string, DepartureFacts>> {
  const { rows } = await trx.raw(
    `select document_id as id, extract(epoch from start_at) * 1000 as start,
            coalesce(delay_minutes, 0) as delay, state = 'cancelled' as cancelled
       from events where document_id = any(?)`,
    [[...new Set(eventIds)]],
  );
  return new Map((rows as DepartureRow[]).map((row) => [row.id, factsOf(row)]));
}

type DepartureRow = { id: string; start: string; delay: number; cancelled: boolean };

function factsOf({ id, start, delay, cancelled }: DepartureRow): DepartureFacts {
  const startAt = Number(start);
  return { id, startAt, leavesAt: startAt + delay * 60_000, cancelled };
}
