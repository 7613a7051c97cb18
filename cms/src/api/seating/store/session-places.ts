import type { Transaction } from '@gangway/kit';

/** What a session has on a departure and has not paid for, its open order included. */
export type Own = {
  /** Codes in the hold that can still grow. */
  seats: Set<string>;
  places: number;
  /** Tickets that take no place. */
  companions: number;
};

type OwnRow = { seatCode: string | null; active: boolean; takesPlace: boolean; quantity: number };

export async function ownPlaces(
  trx: Transaction,
  { sessionHash, eventId, now }: { sessionHash: string; eventId: string; now: Date },
): Promise<Own> {
  const { rows } = await trx.raw(ownSql, [sessionHash, eventId, now, now]);
  const own = rows as OwnRow[];
  const sum = (takesPlace: boolean) =>
    own.filter((row) => row.takesPlace === takesPlace).reduce((total, { quantity }) => total + quantity, 0);
  const seats = own.flatMap(({ seatCode, active }) => (active && seatCode !== null ? seatCode : []));
  return { seats: new Set(seats), places: sum(true), companions: sum(false) };
}

const ownSql = `
  with own as (select id, state = 'active' as active from holds
                where session_hash = ? and event_id = ? and state <> 'released')
  select c.seat_code as "seatCode", own.active, true as "takesPlace", 1 as quantity
    from own join seating_claims c on c.hold_id = own.id
   where c.released_at is null and c.state = 'held' and c.expires_at > ?
  union all
  select null, own.active, c.takes_place, c.quantity
    from own join counter_claims c on c.hold_id = own.id
   where c.released_at is null and c.state = 'held' and c.expires_at > ?`;
