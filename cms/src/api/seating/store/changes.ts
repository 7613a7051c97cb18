import type { Transaction } from '@gangway/kit';

/** Counts the change of each departure and tells every process of it when the transaction commits. */
export async function tellChanges(trx: Transaction, eventIds: readonly string[]): Promise<void> {
  const changed = [...new Set(eventIds)].sort();
  if (changed.length === 0) return;
  await trx.raw(
    `with changed as (
       insert into seating_events (event_id, seq) select unnest(?::text[]), 1
       on conflict (event_id) do update set seq = seating_events.seq + 1 returning event_id
     )
     select pg_notify('seating', event_id) from changed`,
    [changed],
  );
}
