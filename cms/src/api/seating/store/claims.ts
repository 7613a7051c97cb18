import type { Transaction } from '@gangway/kit';
import type { Until } from '../domain/place-changes.ts';
import type { Counted } from '../domain/pools.ts';

export type SeatClaim = {
  id: string;
  eventId: string;
  seatCode: string;
  zone: string;
  holdId: string | null;
  orderId: string | null;
  state: 'held' | 'sold' | 'blocked';
  until: Until;
};

export type CounterClaim = Required<Counted> & {
  id: string;
  zone: string | null;
  holdId: string | null;
  orderId: string | null;
  ticketTypeId: string;
  state: 'held' | 'sold';
  until: Until;
};

/** Claims of either kind. */
export type Claims = { seats: SeatClaim[]; counts: CounterClaim[] };

/** Which live claims are meant; all that is given must hold. `expiredAt`: held, and dead at that moment. */
export type Selection = {
  holdIds?: readonly string[];
  orderId?: string;
  eventIds?: readonly string[];
  seatCodes?: readonly string[];
  state?: 'held' | 'sold';
  expiredAt?: Date;
};

const common = `c.id, c.event_id as "eventId", c.zone, c.hold_id as "holdId", c.order_id as "orderId", c.state,
  (extract(epoch from c.expires_at) * 1000)::float8 as until`;
const seatColumns = `${common}, c.seat_code as "seatCode"`;
const countColumns = `${common}, c.pool, c.ticket_type_id as "ticketTypeId", c.quantity, c.takes_place as "takesPlace"`;

const seatTable = { name: 'seating_claims', columns: seatColumns, order: 'event_id, seat_code' };
const countTable = { name: 'counter_claims', columns: countColumns, order: 'event_id, id' };
type Table = typeof seatTable;

export async function liveSeats(trx: Transaction, selection: Selection): Promise<SeatClaim[]> {
  return (await select(trx, seatTable, selection)) as SeatClaim[];
}

export async function liveCounts(trx: Transaction, selection: Selection): Promise<CounterClaim[]> {
  return (await select(trx, countTable, selection)) as CounterClaim[];
}

/** Ends live claims: seats, then counts, each in the fixed order. Counters are the caller's. */
export async function releaseClaims(
  trx: Transaction,
  { selection, reason, now }: { selection: Selection; reason: string; now: Date },
): Promise<Claims> {
  const work = { selection, set: 'released_at = ?, release_reason = ?', values: [now, reason] };
  return { seats: await releaseSeats(trx, work), counts: await releaseCounts(trx, { selection, work }) };
}

async function releaseSeats(trx: Transaction, work: Writing): Promise<SeatClaim[]> {
  return (await write(trx, seatTable, work)) as SeatClaim[];
}

// Naming seats means seats only.
async function releaseCounts(trx: Transaction, { selection, work }: { selection: Selection; work: Writing }) {
  return selection.seatCodes ? [] : ((await write(trx, countTable, work)) as CounterClaim[]);
}

/** Live held claims become sold and no longer expire. */
export async function markSold(trx: Transaction, orderId: string): Promise<Claims> {
  const work: Writing = {
    selection: { orderId, state: 'held' },
    set: `state = 'sold', expires_at = ?`,
    values: [null],
  };
  return writeBoth(trx, work);
}

/** Live held claims of the hold end at another moment. */
export async function moveClaimsExpiry(
  trx: Transaction,
  { holdId, expiresAt }: { holdId: string; expiresAt: Date },
): Promise<Claims> {
  const selection = { holdIds: [holdId], state: 'held' as const };
  const work: Writing = { selection, set: 'expires_at = ?', values: [expiresAt] };
  return writeBoth(trx, work);
}

/** Live claims of these holds belong to the order from now on. */
export async function assignToOrder(
  trx: Transaction,
  { holdIds, orderId }: { holdIds: readonly string[]; orderId: string },
): Promise<void> {
  await writeBoth(trx, { selection: { holdIds }, set: 'order_id = ?', values: [orderId] });
}

export type NewSeat = { seatCode: string; zone: string; holdId: string | null; expiresAt: Date | null };
export type NewSeats = {
  eventId: string;
  seats: readonly NewSeat[];
  orderId?: string;
  state: 'held' | 'sold';
  now: Date;
};

/**
 * Claims numbered places, sorted. A place with a live claim is passed over: the unique index decides, and the
 * conflict names no target, so that without the index nothing would hold two buyers apart.
 * @returns the claims that were made
 */
export async function insertSeats(trx: Transaction, claim: NewSeats): Promise<SeatClaim[]> {
  const { eventId, seats, orderId = null, state, now } = claim;
  if (seats.length === 0) return [];
  const { rows } = await trx.raw(
    `insert into seating_claims as c (event_id, seat_code, zone, hold_id, order_id, state, expires_at, created_at)
     select ?, p.seat_code, p.zone, p.hold_id, ?, ?, p.expires_at, ?::timestamptz
       from unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[]) as p(seat_code, zone, hold_id, expires_at)
      order by p.seat_code collate "C"
     on conflict do nothing returning ${seatColumns}`,
    [
      ...[eventId, orderId, state, now],
      ...[seats.map(({ seatCode }) => seatCode), seats.map(({ zone }) => zone)],
      ...[seats.map(({ holdId }) => holdId), seats.map(({ expiresAt }) => expiresAt)],
    ],
  );
  return rows as SeatClaim[];
}

export type NewCount = Omit<CounterClaim, 'id' | 'orderId' | 'until'> & {
  orderId?: string;
  expiresAt: Date | null;
  now: Date;
};

/**
 * Claims places without a number; a held claim of the same hold, pool and type grows instead.
 * @returns the claims as they stand
 */
export async function insertCounts(trx: Transaction, counts: readonly NewCount[]): Promise<CounterClaim[]> {
  if (counts.length === 0) return [];
  const column = <Name extends keyof NewCount>(name: Name) => counts.map((count) => count[name] ?? null);
  const names = ['eventId', 'pool', 'zone', 'holdId', 'orderId', 'ticketTypeId', 'quantity'] as const;
  const rest = ['takesPlace', 'state', 'expiresAt', 'now'] as const;
  const { rows } = await trx.raw(insertCountsSql, [...names, ...rest].map(column));
  return rows as CounterClaim[];
}

const insertCountsSql = `
  insert into counter_claims as c (event_id, pool, zone, hold_id, order_id, ticket_type_id, quantity, takes_place,
                                   state, expires_at, created_at)
  select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::bool[],
                       ?::text[], ?::timestamptz[], ?::timestamptz[])
  on conflict (hold_id, pool, ticket_type_id) where released_at is null and state = 'held'
  do update set quantity = c.quantity + excluded.quantity
  returning ${countColumns}`;

/** Gives back a part of a claim; the part stays as a released row of its own. */
export async function splitCount(
  trx: Transaction,
  { claim, quantity, reason, now }: { claim: CounterClaim; quantity: number; reason: string; now: Date },
): Promise<void> {
  await trx.raw('update counter_claims set quantity = quantity - ? where id = ?', [quantity, claim.id]);
  await trx.raw(
    `insert into counter_claims (event_id, pool, zone, hold_id, order_id, ticket_type_id, quantity, takes_place,
                                 state, expires_at, created_at, released_at, release_reason)
     select event_id, pool, zone, hold_id, order_id, ticket_type_id, ?::int, takes_place,
            state, expires_at, created_at, ?::timestamptz, ?::text
       from counter_claims where id = ?`,
    [quantity, now, reason, claim.id],
  );
}

export async function releaseCount(
  trx: Transaction,
  { claim, reason, now }: { claim: CounterClaim; reason: string; now: Date },
): Promise<void> {
  await trx.raw('update counter_claims set released_at = ?, release_reason = ? where id = ?', [
    ...[now, reason],
    claim.id,
  ]);
}

type Writing = { selection: Selection; set: string; values: readonly unknown[] };

/** Seats, then counts: sent together, carried out in this order. */
async function writeBoth(trx: Transaction, work: Writing): Promise<Claims> {
  const [seats, counts] = await Promise.all([write(trx, seatTable, work), write(trx, countTable, work)]);
  return { seats: seats as SeatClaim[], counts: counts as CounterClaim[] };
}

/** Locks in the fixed order before it writes: an update alone would lock as it finds the rows. */
async function write(
  trx: Transaction,
  table: Table,
  { selection, set, values }: Writing,
): Promise<unknown[]> {
  const { sql, bindings } = conditionOf(selection);
  const { rows } = await trx.raw(
    `with due as (select c.id from ${table.name} c where ${sql} order by ${table.order} for update)
     update ${table.name} c set ${set} from due where c.id = due.id returning ${table.columns}`,
    [...bindings, ...values],
  );
  return rows;
}

async function select(trx: Transaction, table: Table, selection: Selection): Promise<unknown[]> {
  const { sql, bindings } = conditionOf(selection);
  const { rows } = await trx.raw(
    `select ${table.columns} from ${table.name} c where ${sql} order by ${table.order} for update`,
    bindings,
  );
  return rows;
}

function conditionOf(selection: Selection): { sql: string; bindings: unknown[] } {
  const { holdIds, orderId, eventIds, seatCodes, state, expiredAt } = selection;
  const parts: { sql: string; binding: unknown }[] = [
    { sql: 'c.hold_id = any(?::text[])', binding: holdIds },
    { sql: 'c.order_id = ?', binding: orderId },
    { sql: 'c.event_id = any(?::text[])', binding: eventIds },
    { sql: 'c.seat_code = any(?::text[])', binding: seatCodes },
    { sql: 'c.state = ?', binding: state },
    { sql: `c.state = 'held' and c.expires_at <= ?`, binding: expiredAt },
  ].filter(({ binding }) => binding !== undefined);
  if (parts.length === 0) throw new TypeError('Say which claims are meant.');
  return {
    sql: ['c.released_at is null', ...parts.map(({ sql }) => sql)].join(' and '),
    bindings: parts.map(({ binding }) => binding),
  };
}
