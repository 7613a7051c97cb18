import { clock } from '@gangway/kit';
import { ask } from '../../../frame/tests/caller.ts';
import { countedClaims, countersOf, lock, lockBest, seatsOf, unlock } from './ask-places.ts';
import { buildHall, type Hall, newSession } from './hall.ts';

const minute = 60_000;

describe('locking places', () => {
  let hall: Hall;
  let adult = '';

  beforeAll(async () => {
    hall = await buildHall();
    adult = hall.adult.documentId;
  });

  afterEach(() => clock.reset());

  it('holds numbered places for a quarter of an hour and shows them to everybody', async () => {
    const eventId = await hall.numbered();
    const sessionId = newSession();
    const before = Date.now();
    const { status, held, headers } = await lock(eventId, { sessionId, seats: ['1B', '1A'] });
    expect([status, held.seats, held.quantities]).toEqual([200, ['1A', '1B'], {}]);
    const life = new Date(held.expiresAt ?? 0).getTime() - before;
    expect(life).toBeGreaterThanOrEqual(15 * minute);
    expect(life).toBeLessThan(16 * minute);
    expect(headers.get('cache-control')).toBe('no-store');
    const own = await seatsOf(eventId, sessionId);
    expect(own.seats).toMatchObject({ '1A': 'selected', '1B': 'selected', '1C': 'free' });
    expect(own.headers.get('cache-control')).toBe('no-store');
    const other = await seatsOf(eventId, newSession());
    expect(other.seats).toMatchObject({ '1A': 'reserved', '1B': 'reserved', '1C': 'free' });
    expect(other.seq).toBe(1);
  });

  it('are on a map that says it differs by session, also when the caller has it already', async () => {
    const eventId = await hall.numbered();
    const varies = ({ headers }: { headers: Headers }) => headers.get('vary')?.toLowerCase().split(/, */);
    const map = await seatsOf(eventId);
    expect(map.headers.get('cache-control')).toContain('public');
    expect(varies(map)).toContain('gangway-session');
    const known = { 'if-none-match': map.headers.get('etag') ?? '' };
    const again = await ask(`/api/events/${eventId}/seats`, { headers: known });
    expect(again.status).toBe(304);
    expect(varies(again)).toContain('gangway-session');
    expect(varies(await seatsOf(eventId, newSession()))).toContain('gangway-session');
  });

  it('adds to the hold of the session and never moves its end', async () => {
    const eventId = await hall.numbered();
    const sessionId = newSession();
    const first = await lock(eventId, { sessionId, seats: ['1A'] });
    clock.shiftBy(5 * minute);
    const second = await lock(eventId, { sessionId, seats: ['1A', '1B'] });
    expect(second.held).toEqual({ ...first.held, seats: ['1A', '1B'] });
    expect(await countersOf(eventId)).toEqual([{ pool: 'event', capacity: 39, held: 2, sold: 0 }]);
  });

  it('locks all or nothing and names the taken ones', async () => {
    const eventId = await hall.numbered();
    await lock(eventId, { sessionId: newSession(), seats: ['1B', '1D'] });
    const { status, code, details } = await lock(eventId, {
      sessionId: newSession(),
      seats: ['1D', '1C', '1A', '1B'],
    });
    expect([status, code, details]).toEqual([409, 'SEAT_TAKEN', { seats: ['1D', '1B'] }]);
    expect(await countedClaims(eventId)).toEqual({ held: 2, sold: 0 });
  });

  it('takes quantities and seats together or not at all', async () => {
    const eventId = await hall.numbered();
    await lock(eventId, { sessionId: newSession(), seats: ['1A'] });
    const sessionId = newSession();
    const both = { sessionId, seats: ['1A'], quantities: { [adult]: 2 }, zone: 'open' };
    expect(await lock(eventId, both)).toMatchObject({ status: 409, code: 'SEAT_TAKEN' });
    expect(await lock(eventId, { ...both, seats: ['1B'], quantities: { [adult]: 6 } })).toMatchObject({
      ...{ status: 409, code: 'SOLD_OUT' },
      details: { left: 5, zone: 'open' },
    });
    expect(await countedClaims(eventId)).toEqual({ held: 1, sold: 0 });
    const { held } = await lock(eventId, { ...both, seats: ['1B'] });
    expect([held.seats, held.quantities]).toEqual([['1B'], { [adult]: 2 }]);
    expect(await countersOf(eventId)).toEqual([
      { pool: 'event', capacity: 39, held: 4, sold: 0 },
      { pool: 'zone:open', capacity: 5, held: 2, sold: 0 },
    ]);
  });

  it('locks a table that is sold whole as one', async () => {
    const eventId = await hall.numbered();
    const sessionId = newSession();
    const { held } = await lock(eventId, { sessionId, seats: ['T2'] });
    expect(held.seats).toEqual(['T1', 'T2', 'T3', 'T4']);
    expect(await lock(eventId, { sessionId: newSession(), seats: ['T4'] })).toMatchObject({
      ...{ status: 409, code: 'SEAT_TAKEN' },
      details: { seats: ['T1', 'T2', 'T3', 'T4'] },
    });
    expect((await unlock(eventId, { sessionId, seats: ['T3'] })).held.seats).toEqual([]);
  });

  it('counts no place for those who take none', async () => {
    const eventId = await hall.general({ capacity: 1 });
    const sessionId = newSession();
    const { held } = await lock(eventId, { sessionId, quantities: { [adult]: 1, [hall.infant]: 2 } });
    expect(held.quantities).toEqual({ [adult]: 1, [hall.infant]: 2 });
    expect(await countersOf(eventId)).toEqual([{ pool: 'event', capacity: 1, held: 1, sold: 0 }]);
    const other = newSession();
    expect(await lock(eventId, { sessionId: other, quantities: { [adult]: 1 } })).toMatchObject({
      ...{ status: 409, code: 'SOLD_OUT' },
      details: { left: 0 },
    });
    expect((await lock(eventId, { sessionId: other, quantities: { [hall.infant]: 1 } })).status).toBe(200);
  });

  it('counts each open zone by itself and the departure as a whole', async () => {
    const eventId = await hall.zoned({ capacity: 5 });
    const take = (zone: string | undefined, count: number) =>
      lock(eventId, { sessionId: newSession(), quantities: { [adult]: count }, zone });
    expect(await take(undefined, 1)).toMatchObject({
      ...{ status: 422, code: 'UNKNOWN_ZONE' },
      details: { zones: ['front', 'back'] },
    });
    expect(await take('front', 4)).toMatchObject({ status: 409, details: { left: 3, zone: 'front' } });
    expect((await take('front', 3)).status).toBe(200);
    expect((await take('back', 2)).status).toBe(200);
    expect(await take('back', 1)).toMatchObject({ status: 409, code: 'SOLD_OUT', details: { left: 0 } });
    expect(await countersOf(eventId)).toEqual([
      { pool: 'event', capacity: 5, held: 5, sold: 0 },
      { pool: 'zone:back', capacity: 4, held: 2, sold: 0 },
      { pool: 'zone:front', capacity: 3, held: 3, sold: 0 },
    ]);
  });

  it('sells no more numbered places than the departure has', async () => {
    const eventId = await hall.numbered({ capacity: 2 });
    const sessionId = newSession();
    expect((await lock(eventId, { sessionId, seats: ['1A', '1B'] })).status).toBe(200);
    expect(await lock(eventId, { sessionId: newSession(), seats: ['1C'] })).toMatchObject({
      ...{ status: 409, code: 'SOLD_OUT' },
    });
    expect((await seatsOf(eventId, sessionId)).seats).toMatchObject({ '1A': 'selected' });
  });

  it('lets a session have twelve places on a departure, and the same number of those who take none', async () => {
    const eventId = await hall.general();
    const sessionId = newSession();
    const take = (type: string, count: number) => lock(eventId, { sessionId, quantities: { [type]: count } });
    expect(await take(adult, 13)).toMatchObject({
      ...{ status: 422, code: 'TOO_MANY_PLACES' },
      details: { limit: 12, held: 0 },
    });
    expect((await take(adult, 12)).status).toBe(200);
    expect((await take(hall.infant, 12)).status).toBe(200);
    expect((await take(adult, 1)).code).toBe('TOO_MANY_PLACES');
    expect((await take(hall.infant, 1)).code).toBe('TOO_MANY_PLACES');
    expect(await lock(eventId, { sessionId: newSession(), quantities: { [adult]: 1000 } })).toMatchObject({
      ...{ status: 422, code: 'TOO_MANY_PLACES' },
    });
  });

  it('lets a session hold places on ten departures', async () => {
    const sessionId = newSession();
    const take = async () => lock(await hall.general(), { sessionId, quantities: { [adult]: 1 } });
    for (let at = 0; at < 10; at += 1) expect((await take()).status).toBe(200);
    expect(await take()).toMatchObject({ status: 409, code: 'TOO_MANY_HOLDS', details: { limit: 10 } });
    clock.shiftBy(16 * minute);
    expect((await take()).status).toBe(200);
  });

  it('gives the places of a dead hold to the next who asks', async () => {
    const eventId = await hall.numbered({ capacity: 3 });
    const first = newSession();
    await lock(eventId, { sessionId: first, seats: ['1A', '1B'], quantities: { [adult]: 1 }, zone: 'open' });
    clock.shiftBy(14 * minute);
    const second = newSession();
    expect((await lock(eventId, { sessionId: second, seats: ['1A'] })).code).toBe('SEAT_TAKEN');
    expect((await lock(eventId, { sessionId: second, seats: ['1C'] })).code).toBe('SOLD_OUT');
    clock.shiftBy(2 * minute);
    expect((await seatsOf(eventId, first)).seats).toMatchObject({ '1A': 'free', '1B': 'free' });
    const { held } = await lock(eventId, { sessionId: second, seats: ['1A', '1C'] });
    expect(held.seats).toEqual(['1A', '1C']);
    expect((await lock(eventId, { sessionId: first, seats: ['1B'] })).held.seats).toEqual(['1B']);
    expect(await countersOf(eventId)).toEqual([
      { pool: 'event', capacity: 3, held: 3, sold: 0 },
      { pool: 'zone:open', capacity: 5, held: 0, sold: 0 },
    ]);
  });

  it('lets go only of what the session itself holds, as often as it likes', async () => {
    const eventId = await hall.numbered();
    const [mine, theirs] = [newSession(), newSession()];
    await lock(eventId, { sessionId: mine, seats: ['1A', '1B'], quantities: { [adult]: 3 }, zone: 'open' });
    await lock(eventId, { sessionId: theirs, seats: ['1C'] });
    const part = { sessionId: mine, seats: ['1A', '1C', '9Z'], quantities: { [adult]: 1 } };
    const { status, held } = await unlock(eventId, part);
    expect([status, held.seats, held.quantities]).toEqual([200, ['1B'], { [adult]: 2 }]);
    expect((await seatsOf(eventId, theirs)).seats).toMatchObject({ '1A': 'free', '1C': 'selected' });
    const nothing = { holdId: null, expiresAt: null, seats: [], quantities: {}, counts: [] };
    expect((await unlock(eventId, { sessionId: mine })).held).toEqual(nothing);
    expect((await unlock(eventId, { sessionId: mine })).held).toEqual(nothing);
    expect(await countedClaims(eventId)).toEqual({ held: 1, sold: 0 });
    expect(await countersOf(eventId)).toMatchObject([{ held: 1 }, { held: 0 }]);
  });

  it('lets tickets go in the zone that is named alone', async () => {
    const eventId = await hall.zoned();
    const sessionId = newSession();
    for (const zone of ['front', 'back'])
      await lock(eventId, { sessionId, quantities: { [adult]: 2 }, zone });
    const go = (zone?: string) => unlock(eventId, { sessionId, quantities: { [adult]: 1 }, zone });
    const left = async () => (await countersOf(eventId)).map(({ pool, held }) => [pool, held]);
    for (const zone of ['back', 'back', 'back', 'nowhere']) expect((await go(zone)).status).toBe(200);
    expect(await left()).toEqual([
      ['event', 2],
      ['zone:back', 0],
      ['zone:front', 2],
    ]);
    for (const zone of ['front', 'front']) await go(zone);
    expect(await left()).toEqual([
      ['event', 0],
      ['zone:back', 0],
      ['zone:front', 0],
    ]);
    expect(await unlock(eventId, { sessionId, zone: 'front' })).toMatchObject({
      ...{ status: 400, code: 'INVALID_INPUT' },
    });
  });

  it('says how many tickets are held in which zone, also when they were taken and let go bit by bit', async () => {
    const eventId = await hall.zoned();
    const sessionId = newSession();
    const ask = { sessionId, quantities: { [adult]: 1 } };
    const inZones = ({
      held: { counts },
    }: {
      held: { counts: { zone: string | null; quantity: number }[] };
    }) => counts.map(({ zone, quantity }) => [zone, quantity]);
    expect(inZones(await lock(eventId, { ...ask, zone: 'back' }))).toEqual([['back', 1]]);
    await lock(eventId, { ...ask, zone: 'front' });
    const all = await lock(eventId, { ...ask, quantities: { [adult]: 1, [hall.infant]: 1 }, zone: 'back' });
    expect(all.held.counts).toEqual([
      { ticketTypeId: adult, zone: 'back', quantity: 2 },
      { ticketTypeId: adult, zone: 'front', quantity: 1 },
      { ticketTypeId: hall.infant, zone: 'back', quantity: 1 },
    ]);
    expect(all.held.quantities).toEqual({ [adult]: 3, [hall.infant]: 1 });
    expect(inZones(await unlock(eventId, { ...ask, zone: 'back' }))).toEqual(
      expect.arrayContaining([
        ['back', 1],
        ['front', 1],
      ]),
    );
    const general = await hall.general();
    expect(inZones(await lock(general, ask))).toEqual([[null, 1]]);
  });

  it('answers a repeated key with the same bytes and locks once', async () => {
    const eventId = await hall.general();
    const sessionId = newSession();
    const key = { 'idempotency-key': newSession() };
    const take = (count: number) => lock(eventId, { sessionId, quantities: { [adult]: count } }, key);
    const [first, second] = [await take(2), await take(2)];
    expect([second.status, second.held]).toEqual([200, first.held]);
    expect(await take(3)).toMatchObject({ status: 409, code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(await countedClaims(eventId)).toEqual({ held: 2, sold: 0 });
    const gone = await unlock(eventId, { sessionId, quantities: { [adult]: 1 } }, key);
    expect(await unlock(eventId, { sessionId, quantities: { [adult]: 1 } }, key)).toEqual({
      ...gone,
      headers: expect.anything(),
    });
    expect(await countedClaims(eventId)).toEqual({ held: 1, sold: 0 });
  });

  it('finds the best free places: side by side, in front, in the zone', async () => {
    const eventId = await hall.numbered();
    const best = async (wish: object) =>
      (await lockBest(eventId, { sessionId: newSession(), ...wish })).held.seats;
    expect(await best({ count: 2 })).toEqual(['1E', '1F']);
    expect(await best({ count: 3 })).toEqual(['1G', '1H', '1I']);
    expect(await best({ count: 1, zone: 'stern' })).toEqual(['2F']);
    expect(await best({ count: 1, accessible: true })).toEqual(['3A']);
    expect(await lockBest(eventId, { sessionId: newSession(), count: 1, accessible: true })).toMatchObject({
      ...{ status: 409, code: 'SOLD_OUT' },
    });
    const general = await hall.general();
    const { held } = await lockBest(general, { sessionId: newSession(), count: 2 });
    expect(held.quantities).toEqual({ [adult]: 2 });
  });
});
