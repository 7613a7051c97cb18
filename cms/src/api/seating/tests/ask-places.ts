import { type Answer, ask, json } from '../../../frame/tests/caller.ts';

export type Held = {
  holdId: string | null;
  expiresAt: string | null;
  seats: string[];
  quantities: Record<string, number>;
  counts: { ticketTypeId: string; zone: string | null; quantity: number }[];
};

export type PlacesAnswer = Omit<Answer, 'body'> & {
  held: Held;
  code: string | undefined;
  details: Record<string, unknown>;
};

type Body = Record<string, unknown>;
type Headers = Record<string, string>;

const post =
  (path: string) =>
  async (eventId: string, body: unknown, headers: Headers = {}): Promise<PlacesAnswer> => {
    const init = json('POST', body);
    const answer = await ask(`/api/events/${eventId}/${path}`, {
      ...init,
      headers: { ...(init.headers as Headers), ...headers },
    });
    const { data, error } = answer.body;
    const details = (error?.details ?? {}) as Body;
    return { status: answer.status, headers: answer.headers, held: data as Held, code: error?.code, details };
  };

export const lock = post('seats/lock');
export const unlock = post('seats/unlock');
export const lockBest = post('best-available');

export type Seats = { seq: number; seats: Record<string, string> };

/** The seat map as a session sees it, or as everybody does. */
export async function seatsOf(
  eventId: string,
  sessionId?: string,
): Promise<Seats & { headers: globalThis.Headers }> {
  const headers: Headers = sessionId ? { 'gangway-session': sessionId } : {};
  const { status, body, headers: answered } = await ask(`/api/events/${eventId}/seats`, { headers });
  if (status !== 200) throw new Error(`The map answered ${status} ${body.error?.code}.`);
  const { seq, seats } = body.data as { seq: number; seats: { seatCode: string; status: string }[] };
  const byCode = Object.fromEntries(seats.map(({ seatCode, status: word }) => [seatCode, word]));
  return { seq, seats: byCode, headers: answered };
}

export type Counter = { pool: string; capacity: number; held: number; sold: number };

export async function countersOf(eventId: string): Promise<Counter[]> {
  return strapi.db
    .connection('place_counters')
    .where({ event_id: eventId })
    .orderBy('pool')
    .select('pool', 'capacity', 'held', 'sold');
}

/** What the counters must say, summed from the claims. */
export async function countedClaims(eventId: string): Promise<{ held: number; sold: number }> {
  const { rows } = await strapi.db.connection.raw(
    `select coalesce(sum(quantity) filter (where state = 'held'), 0)::int as held,
            coalesce(sum(quantity) filter (where state = 'sold'), 0)::int as sold
       from (select state, 1 as quantity from seating_claims where event_id = ? and released_at is null
             union all select state, quantity from counter_claims
              where event_id = ? and released_at is null and takes_place) c`,
    [eventId, eventId],
  );
  return rows[0];
}
