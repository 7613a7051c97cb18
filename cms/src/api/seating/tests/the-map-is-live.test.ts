import { clock, newId, type Transaction } from '@gangway/kit';
import { refresh } from '../../catalog/tests/stage.ts';
import { orderHolds, sellPlaces } from '../places.ts';
import { lock, unlock } from './ask-places.ts';
import { buildHall, type Hall, newSession } from './hall.ts';
import { type Frame, refusal, watch, type Watched } from './watch-map.ts';

const minute = 60_000;

const site = { origin: 'http://localhost:4321' };

describe('the live seat map', () => {
  let hall: Hall;
  const open: Watched[] = [];
  const watching = async (eventId: string, headers?: Record<string, string>) => {
    const map = watch(eventId, headers);
    open.push(map);
    await map.next((seats) => seats.size > 0);
    return map;
  };
  const frames = ({ bytes }: Watched) => bytes.map((text) => JSON.parse(text) as Frame);
  const take = async (eventId: string, seats: string[], sessionId = newSession()) => {
    const { held } = await lock(eventId, { sessionId, seats });
    return { sessionId, holdId: held.holdId ?? '' };
  };

  beforeAll(async () => {
    hall = await buildHall();
  });

  afterEach(() => {
    clock.reset();
    open.splice(0).forEach((map) => map.close());
  });

  it('begins with every place of the departure', async () => {
    const eventId = await hall.numbered();
    await take(eventId, ['1A']);
    const map = await watching(eventId, site);
    await map.next((seats) => seats.get('1A') === 'reserved');
    expect(frames(map)[0]?.seats.length).toBe(34);
    expect(map.seats.get('T4')).toBe('free');
  });

  it('tells what another session takes and lets go, and nothing else', async () => {
    const eventId = await hall.numbered();
    const map = await watching(eventId);
    const { sessionId } = await take(eventId, ['1A', '1B']);
    await map.next((seats) => seats.get('1A') === 'reserved');
    await unlock(eventId, { sessionId, seats: ['1A'] });
    await map.next((seats) => seats.get('1A') === 'free');
    const [first, second, third] = frames(map);
    const start = first?.seq ?? 0;
    expect([second, third]).toEqual([
      {
        seq: start + 1,
        seats: [
          ['1A', 'reserved'],
          ['1B', 'reserved'],
        ],
      },
      { seq: start + 2, seats: [['1A', 'free']] },
    ]);
  });

  it('frees the places of a hold at the moment in which it dies', async () => {
    const eventId = await hall.numbered();
    await take(eventId, ['2C']);
    const map = await watching(eventId);
    await map.next((seats) => seats.get('2C') === 'reserved');
    clock.shiftBy(16 * minute);
    await map.next((seats) => seats.get('2C') === 'free');
    expect(frames(map).at(-1)?.seats).toEqual([['2C', 'free']]);
  });

  it('keeps what is sold, whatever the hour', async () => {
    const eventId = await hall.numbered();
    const map = await watching(eventId);
    const { holdId } = await take(eventId, ['1C']);
    const [orderId, now] = [newId(), clock.now()];
    await strapi.db.transaction(async ({ trx: begun }) => {
      const trx = begun as unknown as Transaction;
      await orderHolds(trx, { holdIds: [holdId], orderId, now });
      await sellPlaces(trx, { orderId, now });
    });
    await map.next((seats) => seats.get('1C') === 'sold');
    await take(eventId, ['1D']);
    await map.next((seats) => seats.get('1D') === 'reserved');
    clock.shiftBy(120 * minute);
    await map.next((seats) => seats.get('1D') === 'free');
    expect(map.seats.get('1C')).toBe('sold');
  });

  it('sends all readers of a departure the same bytes, and never says whose a place is', async () => {
    const eventId = await hall.numbered();
    const sessionId = newSession();
    const mine = await watching(eventId, { 'gangway-session': sessionId });
    const theirs = await watching(eventId);
    await take(eventId, ['1A'], sessionId);
    for (const map of [mine, theirs]) await map.next((seats) => seats.get('1A') === 'reserved');
    expect(mine.bytes).toEqual(theirs.bytes);
    expect(mine.bytes.join('')).not.toMatch(/selected/);
  });

  it('says nothing to those who watch another departure', async () => {
    const [here, there] = [await hall.numbered(), await hall.numbered()];
    const [near, far] = [await watching(here), await watching(there)];
    await take(here, ['1A']);
    await near.next((seats) => seats.get('1A') === 'reserved');
    expect(far.bytes.length).toBe(1);
  });

  it('repeats the whole map to whoever asks for it', async () => {
    const eventId = await hall.numbered();
    const map = await watching(eventId);
    await take(eventId, ['1A']);
    await map.next((seats) => seats.get('1A') === 'reserved');
    map.seats.clear();
    map.say('{ "resync": true }');
    await map.next((seats) => seats.size === 34);
    const [, delta, repeated] = frames(map);
    expect(repeated?.seq).toBe(delta?.seq);
    expect(map.seats.get('1A')).toBe('reserved');
  });

  it('shows what is left as sold once the departure is full', async () => {
    const eventId = await hall.numbered({ capacity: 1 });
    const map = await watching(eventId);
    const { sessionId } = await take(eventId, ['1A']);
    await map.next((seats) => seats.get('1B') === 'sold');
    await unlock(eventId, { sessionId });
    await map.next((seats) => seats.get('1B') === 'free');
  });

  it('sends readers away with a reason: an unknown departure, words it does not know, another plan', async () => {
    const nowhere = watch('nowhere');
    expect(await nowhere.closed).toMatchObject({ code: 4404, reason: expect.stringContaining('departure') });
    const eventId = await hall.numbered();
    const talker = await watching(eventId);
    talker.say('{"select":"1A"}');
    expect((await talker.closed).code).toBe(4400);
    const shouter = await watching(eventId);
    shouter.say('x'.repeat(1000));
    expect((await shouter.closed).code).toBe(1009);
    const reader = await watching(eventId);
    await strapi.documents('api::catalog.event').update({
      ...{ documentId: eventId },
      data: { seating: 'general', seatingPlan: null },
    } as never);
    await refresh();
    expect((await reader.closed).code).toBe(4409);
  });

  it('does not open for pages of other websites', async () => {
    const eventId = await hall.numbered();
    expect(await refusal(eventId, { origin: 'https://elsewhere.example' })).toMatchObject({ status: 403 });
    expect((await watching(eventId, site)).seats.size).toBe(34);
  });

  it('opens only so many maps behind one address', async () => {
    const eventId = await hall.numbered();
    const from = { 'x-forwarded-for': '203.0.113.7' };
    for (let at = 0; at < 120; at += 1) await watching(eventId, from);
    expect(await refusal(eventId, from)).toEqual({ status: 429, retryAfter: '5' });
    expect((await watching(eventId, { 'x-forwarded-for': '203.0.113.8' })).seats.size).toBe(34);
    const last = open[0];
    last?.close();
    await last?.closed;
    expect((await watching(eventId, from)).seats.size).toBe(34);
  });
});
