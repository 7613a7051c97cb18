import { clock, newId, type Transaction } from '@gangway/kit';
import { jobsOf } from '@gangway/jobs/contract';
import { eventually } from '../../catalog/tests/ask-shop.ts';
import { extendOrder, freeSold, orderHolds, releaseOrder, sellPlaces } from '../places.ts';
import { knownClaims } from '../projection/follow-claims.ts';
import { standing, tellChanges } from '../store/changes.ts';
import { insertSeats } from '../store/claims.ts';
import { readLiveClaims } from '../store/live-claims.ts';
import { lock, lockBest, unlock } from './ask-places.ts';
import { buildHall, type Hall, newSession } from './hall.ts';

const minute = 60_000;
const cutSql = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and query ilike 'listen "seating"%'`;
const codes = ['1', '2', '3'].flatMap((row) => [...'ABCDEFGHIJ'].map((letter) => `${row}${letter}`));

describe('the claims in memory', () => {
  let hall: Hall;

  beforeAll(async () => {
    hall = await buildHall();
  });

  afterEach(() => clock.reset());

  /** Numbered and counted places that are taken now, by memory and by a full reading. */
  const bothOf = async (eventId: string) => {
    const now = clock.now();
    const known = knownClaims(strapi, eventId, now);
    const [read] = await readLiveClaims(strapi.db.connection, { eventIds: [eventId], now });
    const live = (read?.seats ?? []).filter(({ until }) => until === null || until > now.getTime());
    const counted = (read?.counts ?? []).filter(({ until }) => until === null || until > now.getTime());
    const places = counted.reduce((sum, count) => sum + count.places, live.length);
    return {
      memory: [known?.seq(), known?.taken(), codes.map((code) => known?.seat(code))],
      database: [
        ...[read?.seq, read && places],
        codes.map((code) => {
          const seat = live.find(({ seatCode }) => seatCode === code);
          return seat && { state: seat.state, until: seat.until };
        }),
      ],
    };
  };
  const agree = async (eventId: string) => {
    const { memory, database } = await eventually(
      () => bothOf(eventId),
      (both) => both.memory[0] === both.database[0],
    );
    expect(memory).toEqual(database);
  };

  const inTransaction = <Result>(work: (trx: Transaction) => Promise<Result>) =>
    strapi.db.transaction(({ trx }) => work(trx as unknown as Transaction));

  it('are what the database says after any mixture of locks, unlocks, sales, refunds and deaths', async () => {
    const eventId = await hall.numbered();
    const sessions = Array.from({ length: 8 }, newSession);
    const adult = hall.adult.documentId;
    // The same walk each time: a linear congruence.
    const dice = { at: 20261120 };
    const roll = (sides: number) => {
      dice.at = (dice.at * 1103515245 + 12345) % 2147483648;
      return Math.floor((dice.at / 2147483648) * sides);
    };
    const order = async (sessionId: string) => {
      const { held } = await unlock(eventId, { sessionId, seats: ['9Z'] });
      if (held.holdId === null) return;
      const [orderId, now, holdId] = [newId(), clock.now(), held.holdId];
      await inTransaction(async (trx) => {
        await orderHolds(trx, { holdIds: [holdId], orderId, now });
        await extendOrder(trx, { orderId, until: new Date(now.getTime() + 60 * minute), now });
      });
      const places = held.seats.slice(0, 1).map((seatCode) => ({ eventId, seatCode }));
      await inTransaction((trx) =>
        roll(3) === 0
          ? releaseOrder(trx, { orderId, reason: 'cancelled', now })
          : sellPlaces(trx, { orderId, now }).then(() => freeSold(trx, { orderId, places, now })),
      );
    };
    const deeds = [
      (sessionId: string) => lock(eventId, { sessionId, seats: [codes[roll(30)] ?? '1A'] }),
      (sessionId: string) => lock(eventId, { sessionId, quantities: { [adult]: 1 }, zone: 'open' }),
      (sessionId: string) => lockBest(eventId, { sessionId, count: 1 + roll(2) }),
      (sessionId: string) => unlock(eventId, { sessionId, quantities: { [adult]: 1 } }),
      (sessionId: string) => unlock(eventId, { sessionId }),
      order,
    ];
    for (let round = 0; round < 12; round += 1) {
      await Promise.all(sessions.map(async (sessionId) => deeds[roll(deeds.length)]?.(sessionId)));
      if (roll(4) === 0) clock.shiftBy((5 + roll(15)) * minute);
      if (roll(4) === 0) await jobsOf(strapi).sweepNow();
      await agree(eventId);
    }
  });

  it('are read anew when a notice is missing, and after the line was cut', async () => {
    const eventId = await hall.numbered();
    await lock(eventId, { sessionId: newSession(), seats: ['1A'] });
    await agree(eventId);
    await strapi.db.connection.raw('update seating_events set seq = seq + 3 where event_id = ?', [eventId]);
    await lock(eventId, { sessionId: newSession(), seats: ['1B'] });
    await agree(eventId);
    await strapi.db.connection.raw(cutSql);
    await lock(eventId, { sessionId: newSession(), seats: ['1C'] });
    await agree(eventId);
  });

  it('of a departure that ended by the timetable and is late are still there after the line was cut', async () => {
    const eventId = await hall.numbered();
    await lock(eventId, { sessionId: newSession(), seats: ['1A'] });
    await strapi.db.connection.raw(
      `update events set start_at = now() at time zone 'UTC' - interval '2 hours',
                         end_at = now() at time zone 'UTC' - interval '5 minutes' where document_id = ?`,
      [eventId],
    );
    const other = await hall.numbered();
    await strapi.db.connection.raw(cutSql);
    await lock(other, { sessionId: newSession(), seats: ['1A'] });
    await agree(other);
    expect(knownClaims(strapi, eventId, clock.now())?.seat('1A')?.state).toBe('held');
  });

  it('hear of more places at once than one notice can carry', async () => {
    const eventId = await hall.numbered();
    await inTransaction(async (trx) => {
      const now = clock.now();
      const seats = Array.from({ length: 400 }, (_, at) => ({
        ...{ seatCode: `Long-code-of-a-seat-${1000 + at}`, zone: 'stern', holdId: newId() },
        expiresAt: new Date(now.getTime() + minute),
      }));
      const made = await insertSeats(trx, { eventId, seats, state: 'held', now });
      await tellChanges(trx, standing({ seats: made, counts: [] }));
    });
    await agree(eventId);
    expect(knownClaims(strapi, eventId, clock.now())?.seat('Long-code-of-a-seat-1399')?.state).toBe('held');
  });
});
