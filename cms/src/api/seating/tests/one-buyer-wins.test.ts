import { Pool } from 'pg';
import { clock, hashToken, isAppError, type Transaction } from '@gangway/kit';
import { catalogueProjection } from '../../catalog/projection/catalogue-projection.ts';
import { wantedPlaces } from '../domain/wanted-places.ts';
import { lockPlaces } from '../locking/lock-places.ts';
import { moveCounterSql } from '../store/counters.ts';
import * as places from './ask-places.ts';
import { countedClaims, countersOf, type PlacesAnswer } from './ask-places.ts';
import { buildHall, type Hall, newSession } from './hall.ts';

const racers = 200;

const callers = { counted: 0 };

/** From many addresses: all buyers behind one would meet its limit. */
const fromElsewhere = (ask: typeof places.lock): typeof places.lock => {
  return (eventId, body, headers = {}) => {
    callers.counted += 1;
    return ask(eventId, body, { 'x-forwarded-for': `198.51.100.${callers.counted % 250}`, ...headers });
  };
};
const lock = fromElsewhere(places.lock);
const lockBest = fromElsewhere(places.lockBest);

const race = (work: () => Promise<PlacesAnswer>) => Promise.all(Array.from({ length: racers }, work));

/** How often each answer was given: `200`, `409 SEAT_TAKEN`. */
function tally(answers: readonly PlacesAnswer[]): Record<string, number> {
  const words = answers.map(({ status, code }) => [status, code].filter(Boolean).join(' '));
  return Object.fromEntries([...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length]));
}

describe(`${racers} buyers at once`, () => {
  let hall: Hall;
  const sql = (statement: string, bindings: unknown[] = []) =>
    strapi.db.connection.raw(statement, bindings as never);

  beforeAll(async () => {
    hall = await buildHall();
  });

  const lockOneSeat = (eventId: string) => () => lock(eventId, { sessionId: newSession(), seats: ['1A'] });

  /** As from so many processes: each in a transaction of its own, none in a batch with others. */
  const raceApart = async (eventId: string): Promise<Record<string, number>> => {
    const departure = catalogueProjection(strapi).current()?.byId.get(eventId);
    if (!departure) throw new Error('The departure is not in the catalogue.');
    const now = clock.now();
    const choose = () => wantedPlaces(departure, { seats: ['1A'] }, now);
    const apart = () =>
      strapi.db.transaction(({ trx }) =>
        lockPlaces(trx as unknown as Transaction, {
          ...{ departure, choose, now, buyer: { sessionHash: hashToken(newSession()) } },
        }),
      );
    const words = await Promise.all(
      Array.from({ length: racers }, () =>
        apart().then(
          () => '200',
          (error: unknown) => (isAppError(error) ? `${error.status} ${error.code}` : String(error)),
        ),
      ),
    );
    return Object.fromEntries(
      [...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length]),
    );
  };

  it('one gets the seat, the others hear that it is taken', async () => {
    const eventId = await hall.numbered();
    const answers = await race(lockOneSeat(eventId));
    expect(tally(answers)).toEqual({ '200': 1, '409 SEAT_TAKEN': racers - 1 });
    expect(await countedClaims(eventId)).toEqual({ held: 1, sold: 0 });
    expect(await countersOf(eventId)).toEqual([{ pool: 'event', capacity: 39, held: 1, sold: 0 }]);
  });

  it('one gets the seat when each asks a process of its own', async () => {
    const eventId = await hall.numbered();
    expect(await raceApart(eventId)).toEqual({ '200': 1, '409 SEAT_TAKEN': racers - 1 });
    expect(await countedClaims(eventId)).toEqual({ held: 1, sold: 0 });
  });

  it('control: without the unique index more than one gets the seat', async () => {
    const eventId = await hall.numbered();
    const { rows } = await sql(`select indexdef from pg_indexes where indexname = 'seating_claims_live'`);
    await sql('drop index seating_claims_live');
    try {
      expect((await raceApart(eventId))['200']).toBeGreaterThan(1);
      expect((await countedClaims(eventId)).held).toBeGreaterThan(1);
    } finally {
      await sql('delete from seating_claims where event_id = ?', [eventId]);
      await sql(rows[0].indexdef);
    }
  });

  it('one gets the last place without a number, the others hear that it is sold out', async () => {
    const eventId = await hall.general({ capacity: 1 });
    const quantities = { [hall.adult.documentId]: 1 };
    const answers = await race(() => lock(eventId, { sessionId: newSession(), quantities }));
    expect(tally(answers)).toEqual({ '200': 1, '409 SOLD_OUT': racers - 1 });
    expect(await countedClaims(eventId)).toEqual({ held: 1, sold: 0 });
    expect(await countersOf(eventId)).toEqual([{ pool: 'event', capacity: 1, held: 1, sold: 0 }]);
  });

  it('control: without its condition the counter gives the last place to all of them', async () => {
    const own = moveCounterSql.replace('place_counters', 'counters_without_guard');
    const guard = /\n\s+and \(m\.held \+ m\.sold <= 0 or .*\)/;
    expect(own).toMatch(guard);
    const pool = new Pool({ connectionString: databaseUrl, max: 20 });
    const winners = async (statement: string) => {
      await pool.query(`drop table if exists counters_without_guard`);
      await pool.query('create table counters_without_guard as select * from place_counters limit 0');
      await pool.query(`insert into counters_without_guard values ('last', 'event', 1, 0, 0)`);
      const bound = ['1', '0', '1', `'last'`, `'event'`].reduce(
        (text, value) => text.replace('?', value),
        statement,
      );
      const moves = await Promise.all(Array.from({ length: racers }, () => pool.query(bound)));
      return moves.filter(({ rowCount }) => rowCount === 1).length;
    };
    try {
      expect(await winners(own)).toBe(1);
      expect(await winners(own.replace(guard, ''))).toBe(racers);
    } finally {
      await pool.query('drop table counters_without_guard');
      await pool.end();
    }
  });

  it('control: what slips past the condition the table itself refuses', async () => {
    const eventId = await hall.general({ capacity: 1 });
    await lock(eventId, { sessionId: newSession(), quantities: { [hall.adult.documentId]: 1 } });
    const past = sql('update place_counters set held = held + 1 where event_id = ?', [eventId]);
    await expect(past).rejects.toMatchObject({ constraint: 'place_counters_capacity' });
  });

  it.each(['held', 'sold'])('control: no more is given back than was %s', async (column) => {
    const eventId = await hall.general({ capacity: 1 });
    await lock(eventId, { sessionId: newSession(), quantities: { [hall.adult.documentId]: 1 } });
    const below = sql(`update place_counters set ${column} = -1 where event_id = ?`, [eventId]);
    await expect(below).rejects.toMatchObject({ constraint: `place_counters_${column}` });
  });

  it('seats in opposite order never wait for each other in a circle', async () => {
    const eventId = await hall.numbered();
    const deadlocks = async () => {
      await sql('select pg_stat_clear_snapshot()');
      const { rows } = await sql(
        'select deadlocks::int as count from pg_stat_database where datname = current_database()',
      );
      return rows[0].count as number;
    };
    const before = await deadlocks();
    const seats = ['1A', '1B', '1C', '1D', '1E', '1F'];
    const backwards = [...seats].reverse();
    const answers = await Promise.all(
      Array.from({ length: racers }, (_, at) =>
        lock(eventId, { sessionId: newSession(), seats: at % 2 ? seats : backwards }),
      ),
    );
    expect(tally(answers)).toEqual({ '200': 1, '409 SEAT_TAKEN': racers - 1 });
    expect(await deadlocks()).toBe(before);
  });

  it('a dead hold is taken over by one of them', async () => {
    const eventId = await hall.numbered({ capacity: 2 });
    const sessionId = newSession();
    await lock(eventId, { sessionId, seats: ['1A', '1B'] });
    const past = new Date(Date.now() - 60_000);
    await sql('update seating_claims set expires_at = ? where event_id = ?', [past, eventId]);
    const answers = await race(() => lock(eventId, { sessionId: newSession(), seats: ['1B', '1A'] }));
    expect(tally(answers)).toEqual({ '200': 1, '409 SEAT_TAKEN': racers - 1 });
    expect(await countersOf(eventId)).toEqual([{ pool: 'event', capacity: 2, held: 2, sold: 0 }]);
  });

  it('one session cannot have more than twelve places by asking all at once', async () => {
    const eventId = await hall.general({ capacity: 40 });
    const sessionId = newSession();
    const quantities = { [hall.adult.documentId]: 1 };
    const answers = await Promise.all(
      Array.from({ length: 25 }, () => lock(eventId, { sessionId, quantities })),
    );
    expect(tally(answers)).toEqual({ '200': 12, '422 TOO_MANY_PLACES': 13 });
    expect(await countedClaims(eventId)).toEqual({ held: 12, sold: 0 });
  });

  it('one key asked many times at once locks once and answers with the same bytes', async () => {
    const eventId = await hall.general({ capacity: 40 });
    const sessionId = newSession();
    const quantities = { [hall.adult.documentId]: 1 };
    const key = { 'idempotency-key': newSession() };
    const answers = await Promise.all(
      Array.from({ length: 25 }, () => lock(eventId, { sessionId, quantities }, key)),
    );
    expect(new Set(answers.map(({ status, held }) => JSON.stringify([status, held]))).size).toBe(1);
    expect(await countedClaims(eventId)).toEqual({ held: 1, sold: 0 });
  });

  it('the first buyers of a departure, each of a seat of their own, all have it', async () => {
    const eventId = await hall.numbered();
    const seats = ['1A', '1B', '1C', '1D', '1E', '1F'];
    const answers = await Promise.all(
      seats.map((seat) => lock(eventId, { sessionId: newSession(), seats: [seat] })),
    );
    expect(tally(answers)).toEqual({ '200': seats.length });
  });

  it('best places are new ones, whatever else the same session asks for at once', async () => {
    const eventId = await hall.numbered();
    const sessionId = newSession();
    // At the far end, where the best places are not: what is held already would count as locked.
    await Promise.all([
      lock(eventId, { sessionId, seats: ['3I', '3J'] }),
      ...Array.from({ length: 10 }, () => lockBest(eventId, { sessionId, count: 1 })),
    ]);
    expect(await countedClaims(eventId)).toEqual({ held: 12, sold: 0 });
  });
});
