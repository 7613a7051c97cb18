import type { Transaction } from '@gangway/kit';
import { keptSince } from '../../catalog/domain/kept-since.ts';
import type { Until } from '../domain/place-changes.ts';

/** The live claims of one departure, those that are dead by predicate included. */
export type EventClaims = {
  eventId: string;
  seq: number;
  seats: { seatCode: string; state: 'held' | 'sold' | 'blocked'; until: Until }[];
  counts: { id: string; places: number; until: Until }[];
};

/** Of these departures, else of all that the catalogue keeps. */
export async function readLiveClaims(
  trx: Pick<Transaction, 'raw'>,
  { eventIds, now }: { eventIds?: readonly string[]; now: Date },
): Promise<EventClaims[]> {
  const { rows } = eventIds
    ? await trx.raw(sql(ofThese), [eventIds])
    : await trx.raw(sql(kept), [keptSince(now)]);
  return (rows as { row: EventClaims }[]).map(({ row }) => row);
}

const ofThese = 's.event_id = any(?::text[])';
// Columns of datetime attributes have no zone and hold UTC.
const kept = `s.event_id in (select e.document_id from events e where e.end_at > ?::timestamptz at time zone 'UTC')`;
const until = `'until', (extract(epoch from c.expires_at) * 1000)::bigint`;

const sql = (which: string) => `
  select json_build_object(
           'eventId', s.event_id, 'seq', s.seq,
           'seats', (select coalesce(json_agg(json_build_object('seatCode', c.seat_code, 'state', c.state, ${until})), '[]')
                       from seating_claims c where c.event_id = s.event_id and c.released_at is null),
           'counts', (select coalesce(json_agg(json_build_object('id', c.id::text, 'places', c.quantity, ${until})), '[]')
                        from counter_claims c
                       where c.event_id = s.event_id and c.released_at is null and c.takes_place)) as row
    from seating_events s where ${which}`;
