import type { Transaction } from '@gangway/kit';
import type { TypeCount } from '../domain/held-counts.ts';
import type { Standing, Stock } from '../domain/share-out.ts';

type Buyer = { sessionHash: string; customerId?: string | undefined };

/** A claim that a buyer has not paid for; `seatCode` or `ticketTypeId`. */
type OwnRow = {
  at: number;
  /** Of the hold that can still grow. */
  active: boolean;
  seatCode: string | null;
  ticketTypeId: string | null;
  zone: string | null;
  takesPlace: boolean;
  quantity: number;
};

/** What a buyer holds on the departure and has not paid for, an open order included. */
export type Held = Omit<Standing, 'hold' | 'seats'> & {
  seats: Set<string>;
  /** Of the hold that can still grow. */
  counts: TypeCount[];
};

type Asked = {
  eventId: string;
  buyers: readonly Buyer[];
  /** Places to look at. */
  seatCodes: readonly string[];
  now: Date;
};

export type StockRead = { held: Held[]; stock: Pick<Stock, 'claimed' | 'used' | 'hasDead'> };

type StockRow = {
  own: OwnRow[];
  open: { at: number; holds: number }[];
  claimed: { seatCode: string; dead: boolean }[];
  used: { pool: string; places: number }[];
  hasDead: boolean;
};

/** What these buyers have, and what is taken, in one statement: all of one moment. Read it while holding their turns. */
export async function readStock(trx: Transaction, asked: Asked): Promise<StockRead> {
  const { eventId, buyers, seatCodes, now } = asked;
  const sessions = buyers.map(({ sessionHash }) => sessionHash);
  const customers = buyers.map(({ customerId }) => customerId ?? null);
  const { rows } = await trx.raw(stockSql, [eventId, now, sessions, customers, seatCodes]);
  const [{ row }] = rows as [{ row: StockRow }];
  return {
    held: buyers.map((_, at) => heldBy(row, at)),
    stock: {
      claimed: new Map(row.claimed.map(({ seatCode, dead }) => [seatCode, dead ? 'dead' : 'lives'])),
      used: new Map(row.used.map(({ pool, places }) => [pool, places])),
      hasDead: row.hasDead,
    },
  };
}

function heldBy({ own, open }: StockRow, at: number): Held {
  const mine = own.filter((row) => row.at === at);
  const sum = (takesPlace: boolean) =>
    mine.reduce((total, row) => (row.takesPlace === takesPlace ? total + row.quantity : total), 0);
  const active = mine.filter((row) => row.active);
  const counts = active.flatMap(({ ticketTypeId, zone, quantity }) =>
    ticketTypeId === null ? [] : { ticketTypeId, zone, quantity },
  );
  const seats = new Set(active.flatMap(({ seatCode }) => seatCode ?? []));
  const openHolds = open.find((row) => row.at === at)?.holds ?? 0;
  return { seats, counts, places: sum(true), companions: sum(false), openHolds };
}

const isLive = (claim: string) =>
  `${claim}.released_at is null and ${claim}.state = 'held' and ${claim}.expires_at > asked.now`;
const isDead = (table: string) =>
  `exists (select from ${table} c where c.event_id = asked.event_id and c.released_at is null
                                    and c.state = 'held' and c.expires_at <= asked.now)`;

const stockSql = `
  with asked as materialized (select ?::text as event_id, ?::timestamptz as now),
  buyers as materialized (
    select (n - 1)::int as at, session_hash, customer_id
      from unnest(?::text[], ?::text[]) with ordinality as b(session_hash, customer_id, n)
  ),
  own as materialized (
    select b.at, h.id, h.state = 'active' as active
      from asked, buyers b join holds h on h.session_hash = b.session_hash and h.state <> 'released'
     where h.event_id = asked.event_id
  ),
  claims as (
    select own.at, own.active, c.seat_code as "seatCode", null as "ticketTypeId", null as zone, true as "takesPlace",
           1 as quantity, c.id
      from asked, own join seating_claims c on c.hold_id = own.id where ${isLive('c')}
    union all
    select own.at, own.active, null, c.ticket_type_id, c.zone, c.takes_place, c.quantity, c.id
      from asked, own join counter_claims c on c.hold_id = own.id where ${isLive('c')}
  ),
  open as (
    select b.at, o.holds from asked, buyers b, lateral (
      select count(*)::int as holds from holds h
       where h.state = 'active' and h.expires_at > asked.now and h.event_id <> asked.event_id
         and (h.session_hash = b.session_hash or h.customer_id = b.customer_id)) o
     where o.holds > 0
  )
  select json_build_object(
    'own', (select coalesce(json_agg(claims order by id), '[]') from claims),
    'open', (select coalesce(json_agg(open), '[]') from open),
    'claimed', (select coalesce(json_agg(json_build_object('seatCode', c.seat_code,
                         'dead', c.state = 'held' and c.expires_at <= asked.now)), '[]')
                  from seating_claims c
                 where c.event_id = asked.event_id and c.released_at is null and c.seat_code = any(?::text[])),
    'used', (select coalesce(json_agg(json_build_object('pool', p.pool, 'places', p.held + p.sold)), '[]')
               from place_counters p where p.event_id = asked.event_id),
    'hasDead', ${isDead('seating_claims')} or ${isDead('counter_claims')}) as row
    from asked`;
