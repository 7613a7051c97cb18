import { send, type Transaction } from '@gangway/kit';
import { chunked, type PlacesChange, type Until } from '../domain/place-changes.ts';
import type { Claims, CounterClaim, SeatClaim } from './claims.ts';

/**
 * Counts the changes of each departure, and tells every process what has changed when the transaction commits. Numbers
 * of a departure are given under its row, which stays locked till then: who has seen one number has seen all before it.
 */
export async function tellChanges(trx: Transaction, changes: readonly PlacesChange[]): Promise<void> {
  const told = chunked(changes);
  if (told.length === 0) return;
  await send(trx, tellSql, [told.map(({ eventId }) => eventId), told.map(({ change }) => change)]);
}

/** For changes that nobody can name: every process reads these departures anew. */
export const unnamed = (eventIds: readonly string[]): PlacesChange[] =>
  [...new Set(eventIds)].map((eventId) => ({ eventId }));

/** These claims have ended. */
export function freed({ seats, counts }: Claims): PlacesChange[] {
  return [
    ...seats.map(({ eventId, seatCode }) => seatChange(eventId, { seatCode, state: 'free', until: null })),
    ...counts.map((count) => countChange({ ...count, quantity: 0 })),
  ];
}

/** These claims are as they stand here. */
export function standing({ seats, counts }: Claims): PlacesChange[] {
  return [...seats.map(standingSeat), ...counts.map(countChange)];
}

const standingSeat = ({ eventId, ...seat }: SeatClaim): PlacesChange => seatChange(eventId, seat);

type SeatState = { seatCode: string; state: SeatClaim['state'] | 'free'; until: Until };

const seatChange = (eventId: string, { seatCode, state, until }: SeatState): PlacesChange => ({
  ...{ eventId, seats: [[seatCode, state, until]], counts: [] },
});

const countChange = ({ eventId, id, quantity, takesPlace, until }: CounterClaim): PlacesChange => ({
  ...{ eventId, seats: [], counts: takesPlace ? [[id, quantity, until]] : [] },
});

const tellSql = `
  with told as (
    select event_id, change, row_number() over (partition by event_id order by n) as step
      from unnest(?::text[], ?::text[]) with ordinality as t(event_id, change, n)
  ),
  numbered as (
    insert into seating_events (event_id, seq)
    select event_id, count(*) from told group by event_id order by event_id
    on conflict (event_id) do update set seq = seating_events.seq + excluded.seq
    returning event_id, seq
  )
  select pg_notify('seating', concat(event_id, ' ', seq - last.steps + step, ' ', change))
    from numbered
    join told using (event_id)
    join (select event_id, count(*) as steps from told group by event_id) last using (event_id)
   order by event_id, step`;
