import { newId, type Transaction } from '@gangway/kit';
import {
  extendOrder,
  freeSold,
  orderHolds,
  readHolds,
  releaseOrder,
  sellNextBest,
  sellPlaces,
} from '../places.ts';
import { waitsForLock } from '../../../../tests/support/waits-for-lock.ts';
import { create, update } from '../../catalog/tests/stage.ts';
import { countedClaims, countersOf, lock, seatsOf } from './ask-places.ts';
import { buildHall, type Hall, newSession, openPlan } from './hall.ts';

const minute = 60_000;

/** The work in a transaction of its own. */
const inTransaction = <Result>(work: (trx: Transaction) => Promise<Result>): Promise<Result> =>
  strapi.db.transaction(({ trx }) => work(trx as unknown as Transaction)) as Promise<Result>;

describe('the places of an order', () => {
  let hall: Hall;
  let adult = '';
  const start = new Date();
  const at = (minutes: number) => new Date(start.getTime() + minutes * minute);

  beforeAll(async () => {
    hall = await buildHall();
    adult = hall.adult.documentId;
  });

  /** A lock over HTTP, then an order of it. */
  async function ordered(eventId: string, body: object) {
    const [sessionId, orderId] = [newSession(), newId()];
    const { held, code } = await lock(eventId, { sessionId, ...body });
    if (code) throw new Error(`The lock was refused: ${code}.`);
    const holdIds = [held.holdId ?? ''];
    await inTransaction((trx) => orderHolds(trx, { holdIds, orderId, now: at(1) }));
    return { sessionId, orderId, holdId: held.holdId ?? '' };
  }

  const sell = (orderId: string, minutes: number) =>
    inTransaction((trx) => sellPlaces(trx, { orderId, now: at(minutes) }));
  const release = (orderId: string, minutes: number) =>
    inTransaction((trx) => releaseOrder(trx, { orderId, reason: 'expired', now: at(minutes) }));
  const best = (orderId: string, minutes: number) =>
    inTransaction((trx) => sellNextBest(trx, { orderId, now: at(minutes) }));

  it('are read from the live holds of the session alone', async () => {
    const eventId = await hall.numbered();
    const sessionId = newSession();
    const { held } = await lock(eventId, {
      ...{ sessionId, seats: ['1B', '1A'] },
      ...{ quantities: { [adult]: 2, [hall.infant]: 1 }, zone: 'open' },
    });
    const holdIds = [held.holdId ?? '', newId()];
    const read = (session: string, minutes: number) =>
      inTransaction((trx) => readHolds(trx, { sessionId: session, holdIds, now: at(minutes) }));
    const [found, ...others] = await read(sessionId, 1);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      ...{ holdId: held.holdId, eventId },
      seats: [
        { seatCode: '1A', zone: 'bow' },
        { seatCode: '1B', zone: 'bow' },
      ],
      quantities: { [adult]: 2, [hall.infant]: 1 },
    });
    expect(found?.counts).toEqual(
      expect.arrayContaining([
        { ticketTypeId: adult, zone: 'open', quantity: 2, takesPlace: true },
        { ticketTypeId: hall.infant, zone: 'open', quantity: 1, takesPlace: false },
      ]),
    );
    expect(found?.maxExpiresAt.getTime()).toBe((found?.expiresAt.getTime() ?? 0) + 60 * minute);
    expect(await read(newSession(), 1)).toEqual([]);
    expect(await read(sessionId, 16)).toEqual([]);
  });

  it('are sold once, and a dead hold is not ordered', async () => {
    const eventId = await hall.numbered();
    const { orderId, sessionId, holdId } = await ordered(eventId, { seats: ['1A'] });
    const again = { holdIds: [holdId], orderId: newId() };
    await expect(inTransaction((trx) => orderHolds(trx, { ...again, now: at(1) }))).rejects.toThrow(/ended/);
    expect((await seatsOf(eventId, sessionId)).seats['1A']).toBe('reserved');
    expect(await sell(orderId, 2)).toEqual({ sold: true });
    expect(await sell(orderId, 3)).toEqual({ sold: true });
    expect((await seatsOf(eventId, sessionId)).seats['1A']).toBe('sold');
    expect(await countersOf(eventId)).toEqual([{ pool: 'event', capacity: 39, held: 0, sold: 1 }]);
    const late = await lock(eventId, { sessionId: newSession(), seats: ['1B'] });
    const dead = { holdIds: [late.held.holdId ?? ''], orderId: newId() };
    await expect(inTransaction((trx) => orderHolds(trx, { ...dead, now: at(20) }))).rejects.toThrow(/ended/);
  });

  it('leave room for a next hold of the session, within its twelve', async () => {
    const eventId = await hall.general();
    const { sessionId } = await ordered(eventId, { quantities: { [adult]: 8 } });
    const more = (count: number) => lock(eventId, { sessionId, quantities: { [adult]: count } });
    expect((await more(5)).code).toBe('TOO_MANY_PLACES');
    expect((await more(4)).held.quantities).toEqual({ [adult]: 4 });
  });

  it('are held longer when a payment starts: never shorter, never past 75 minutes', async () => {
    const eventId = await hall.numbered();
    const { orderId } = await ordered(eventId, { seats: ['1A'], quantities: { [adult]: 1 }, zone: 'open' });
    const extend = (until: number, now: number) =>
      inTransaction((trx) => extendOrder(trx, { orderId, until: at(until), now: at(now) }));
    const first = await extend(5, 2);
    expect(first.getTime()).toBeGreaterThanOrEqual(at(15).getTime());
    expect(await extend(60, 2)).toEqual(at(60));
    const longest = await extend(600, 3);
    expect(longest.getTime()).toBe(first.getTime() + 60 * minute);
    const expiries = await strapi.db
      .connection('counter_claims')
      .where({ order_id: orderId })
      .select('expires_at');
    expect(expiries).toEqual([{ expires_at: longest }]);
    expect(await extend(700, 76)).toEqual(longest);
    expect(
      await inTransaction((trx) => extendOrder(trx, { orderId: newId(), until: at(60), now: at(1) })),
    ).toEqual(at(60));
  });

  it('stay dead when a payment starts too late', async () => {
    const eventId = await hall.numbered();
    const { orderId } = await ordered(eventId, { seats: ['1A'] });
    const extend = (now: number) =>
      inTransaction((trx) => extendOrder(trx, { orderId, until: at(60), now: at(now) }));
    expect((await extend(20)).getTime()).toBeLessThan(at(20).getTime());
  });

  it('are free again when the order ends unpaid', async () => {
    const eventId = await hall.numbered();
    const body = { seats: ['1A', '1B'], quantities: { [adult]: 2 }, zone: 'open' };
    const { orderId } = await ordered(eventId, body);
    await release(orderId, 16);
    await release(orderId, 17);
    expect(await countersOf(eventId)).toMatchObject([
      { held: 0, sold: 0 },
      { held: 0, sold: 0 },
    ]);
    expect((await lock(eventId, { sessionId: newSession(), ...body })).status).toBe(200);
  });

  it('are taken again by a late payment while they are free', async () => {
    const eventId = await hall.numbered();
    const { orderId } = await ordered(eventId, {
      seats: ['1A', '1B'],
      ...{ quantities: { [adult]: 2, [hall.infant]: 1 }, zone: 'open' },
    });
    await release(orderId, 16);
    expect(await sell(orderId, 20)).toEqual({ sold: true });
    expect(await sell(orderId, 21)).toEqual({ sold: true });
    expect(await countedClaims(eventId)).toEqual({ held: 0, sold: 4 });
    expect(await countersOf(eventId)).toEqual([
      { pool: 'event', capacity: 39, held: 0, sold: 4 },
      { pool: 'zone:open', capacity: 5, held: 0, sold: 2 },
    ]);
  });

  it('are sold although their time has passed, as long as nobody else has them', async () => {
    const eventId = await hall.numbered();
    const { orderId } = await ordered(eventId, { seats: ['1A'] });
    expect(await sell(orderId, 200)).toEqual({ sold: true });
    expect(await countersOf(eventId)).toMatchObject([{ held: 0, sold: 1 }]);
  });

  it('are all lost to a late payment when one of them is gone', async () => {
    const eventId = await hall.numbered();
    const { orderId } = await ordered(eventId, {
      seats: ['1A', '1B'],
      ...{ quantities: { [adult]: 3 }, zone: 'open' },
    });
    await release(orderId, 16);
    await lock(eventId, { sessionId: newSession(), seats: ['1B'], quantities: { [adult]: 3 }, zone: 'open' });
    const lost = [{ eventId, seatCodes: ['1B'], quantities: { [adult]: 3 } }];
    expect(await sell(orderId, 5)).toEqual({ sold: false, lost });
    expect(await countedClaims(eventId)).toEqual({ held: 4, sold: 0 });
    expect((await seatsOf(eventId, newSession())).seats).toMatchObject({ '1A': 'free', '1B': 'reserved' });
    expect(await best(orderId, 5)).toBeUndefined();
    expect(await sell(orderId, 60)).toEqual({ sold: true });
    expect(await countedClaims(eventId)).toEqual({ held: 0, sold: 5 });
  });

  it('are taken again only as far as the zone has room now', async () => {
    const name = { ru: 'С', en: 'P', zh: '图' };
    const plan = await create('seating.seating-plan', { name, geometry: openPlan() });
    const eventId = await hall.zoned({ seatingPlan: plan.documentId, capacity: 2 });
    const body = { quantities: { [adult]: 2 }, zone: 'front' };
    const { orderId } = await ordered(eventId, body);
    await release(orderId, 16);
    const room = async (places: number) => {
      const geometry = JSON.parse(JSON.stringify(openPlan()).replace('"capacity":3', `"capacity":${places}`));
      await update('seating.seating-plan', plan, { geometry });
    };
    await room(1);
    const lost = [{ eventId, seatCodes: [], quantities: { [adult]: 2 } }];
    expect(await sell(orderId, 20)).toEqual({ sold: false, lost });
    expect(await best(orderId, 20)).toBeUndefined();
    await room(2);
    expect(await sell(orderId, 21)).toEqual({ sold: true });
    expect(await countersOf(eventId)).toMatchObject([
      { pool: 'event', capacity: 2, sold: 2 },
      { pool: 'zone:front', capacity: 2, sold: 2 },
    ]);
  });

  it('are taken again by the plan whose edit was under way', async () => {
    const name = { ru: 'С', en: 'P', zh: '图' };
    const plan = await create('seating.seating-plan', { name, geometry: openPlan() });
    const eventId = await hall.zoned({ seatingPlan: plan.documentId, capacity: 2 });
    const { orderId } = await ordered(eventId, { quantities: { [adult]: 2 }, zone: 'front' });
    await release(orderId, 16);
    const [edited, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const editing = strapi.db.transaction(async () => {
      const geometry = JSON.parse(JSON.stringify(openPlan()).replace('"capacity":3', '"capacity":1'));
      await update('seating.seating-plan', plan, { geometry });
      edited.resolve();
      await gate.promise;
    });
    await edited.promise;
    const selling = sell(orderId, 20);
    await Promise.race([waitsForLock('advisory'), selling]);
    gate.resolve();
    await editing;
    expect(await selling).toMatchObject({ sold: false });
  });

  it('become the next best of the same zone where that was agreed', async () => {
    const eventId = await hall.numbered();
    const { orderId } = await ordered(eventId, { seats: ['1E', '1F', '2A'] });
    await release(orderId, 16);
    const other = await ordered(eventId, { seats: ['1E', '2A'] });
    const moved = [
      { eventId, from: '1E', to: '1G', zone: 'bow' },
      { eventId, from: '2A', to: '2F', zone: 'stern' },
    ];
    const result = await best(orderId, 5);
    expect(result?.moved).toEqual([{ ...moved[0], to: expect.stringMatching(/^1[DG]$/) }, moved[1]]);
    expect(await best(orderId, 6)).toEqual({ moved: [] });
    expect(await sell(other.orderId, 6)).toEqual({ sold: true });
    expect(await countersOf(eventId)).toEqual([{ pool: 'event', capacity: 39, held: 0, sold: 5 }]);
  });

  it('are free again after a refund, as many as were given back', async () => {
    const eventId = await hall.numbered();
    const { orderId } = await ordered(eventId, {
      seats: ['1A', '1B'],
      ...{ quantities: { [adult]: 3 }, zone: 'open' },
    });
    const places = [
      { eventId, seatCode: '1A' },
      { eventId, ticketTypeId: adult, quantity: 2 },
    ];
    const free = () => inTransaction((trx) => freeSold(trx, { orderId, places, now: at(3) }));
    await free();
    expect(await countedClaims(eventId)).toEqual({ held: 5, sold: 0 });
    await sell(orderId, 2);
    await free();
    expect(await countedClaims(eventId)).toEqual({ held: 0, sold: 2 });
    expect(await countersOf(eventId)).toEqual([
      { pool: 'event', capacity: 39, held: 0, sold: 2 },
      { pool: 'zone:open', capacity: 5, held: 0, sold: 1 },
    ]);
    await release(orderId, 4);
    expect(await sell(orderId, 5)).toEqual({ sold: true });
    expect(await countedClaims(eventId)).toEqual({ held: 0, sold: 2 });
  });

  it('need the transaction of the work they belong to', async () => {
    const outside = strapi.db.connection as unknown as Transaction;
    const calls = [
      () => sellPlaces(outside, { orderId: 'x', now: start }),
      () => releaseOrder(outside, { orderId: 'x', reason: 'expired', now: start }),
      () => freeSold(outside, { orderId: 'x', places: [], now: start }),
    ];
    for (const call of calls) await expect(async () => call()).rejects.toThrow(/open transaction/);
  });
});
