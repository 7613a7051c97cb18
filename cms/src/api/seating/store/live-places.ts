import type { Transaction } from '@gangway/kit';

/** A claim of a numbered place that counts now; `own` when the asking session may still change it. */
export type LiveSeat = { seatCode: string; state: 'held' | 'sold' | 'blocked'; own: boolean };

/** The numbered places of a departure that are not free at the moment, and how often its places have changed. */
export async function livePlaces(
  trx: Transaction,
  { eventId, sessionHash = '', now }: { eventId: string; sessionHash?: string; now: Date },
): Promise<{ seq: number; seats: LiveSeat[] }> {
  const { rows } = await trx.raw(liveSql, [sessionHash, eventId, now, eventId]);
  return (rows as { row: { seq: number; seats: LiveSeat[] } }[])[0]?.row ?? { seq: 0, seats: [] };
}

// One statement, so that the number and the places are of one moment.
const liveSql = `
  select json_build_object(
    'seats', (
      select coalesce(json_agg(json_build_object(
               'seatCode', c.seat_code, 'state', c.state,
               'own', coalesce(h.session_hash = ? and h.state = 'active', false))), '[]')
        from seating_claims c left join holds h on h.id = c.hold_id
       where c.event_id = ? and c.released_at is null and (c.state <> 'held' or c.expires_at > ?)),
    'seq', coalesce((select seq from seating_events where event_id = ?), 0)) as row`;
