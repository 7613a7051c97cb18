import { clock } from '@gangway/kit';
import { jobsOf } from '@gangway/jobs/contract';
import { eventually } from '../../catalog/tests/ask-shop.ts';
import { countedClaims, countersOf, lock, seatsOf, unlock } from './ask-places.ts';
import { buildHall, type Hall, newSession } from './hall.ts';
import { type Mood, supplierOf, type TestSupplier } from './supplier-in-the-test.ts';

const minute = 60_000;

describe('a departure whose places are a supplier’s', () => {
  let hall: Hall;
  let eventId = '';
  let supplier: TestSupplier | undefined;

  beforeAll(async () => {
    hall = await buildHall();
  });

  afterEach(() => {
    supplier?.leave();
    clock.reset();
  });

  async function supplied(mood: Mood): Promise<TestSupplier> {
    eventId = await hall.numbered();
    supplier = supplierOf(eventId, mood);
    return supplier;
  }

  const hold = (id: string | null) => strapi.db.connection('holds').where({ id }).first();
  const stateBecomes = async (id: string | null, wanted: string) => {
    const row = await eventually(
      () => hold(id),
      ({ supplier_state }) => supplier_state === wanted,
    );
    expect(row.supplier_state).toBe(wanted);
    return row;
  };

  it('is asked after our own lock, for all that the session holds', async () => {
    const { asked } = await supplied('holds');
    const sessionId = newSession();
    const first = await lock(eventId, { sessionId, seats: ['1A'] });
    const quantities = { [hall.adult.documentId]: 2 };
    const { status, held } = await lock(eventId, { sessionId, seats: ['1B'], quantities, zone: 'open' });
    expect([status, held.seats, held.quantities]).toEqual([200, ['1A', '1B'], quantities]);
    expect(asked).toMatchObject([
      { holdId: held.holdId, eventId, seats: ['1A'], quantities: {} },
      { holdId: held.holdId, eventId, seats: ['1A', '1B'], quantities },
    ]);
    expect(asked[0]?.expiresAt.toISOString()).toBe(first.held.expiresAt);
    expect(await hold(held.holdId)).toMatchObject({
      ...{ supplier_state: 'held', supplier_reference: `their-${held.holdId}` },
    });
    await unlock(eventId, { sessionId });
  });

  it('is not asked when our own lock is refused, nor for other departures', async () => {
    const { asked } = await supplied('holds');
    const other = await hall.numbered();
    await lock(eventId, { sessionId: newSession(), seats: ['1A'] });
    await lock(other, { sessionId: newSession(), seats: ['1A'] });
    expect((await lock(eventId, { sessionId: newSession(), seats: ['1A'] })).code).toBe('SEAT_TAKEN');
    expect(asked).toHaveLength(1);
  });

  it('gives back what was added when the supplier refuses', async () => {
    const { asked } = await supplied('holds');
    const sessionId = newSession();
    await lock(eventId, { sessionId, seats: ['1A'] });
    if (supplier) supplier.mood = 'refuses';
    expect(await lock(eventId, { sessionId, seats: ['1A', '1B'] })).toMatchObject({
      ...{ status: 409, code: 'SUPPLIER_REFUSED', details: { reason: 'no_places' } },
    });
    expect(asked).toHaveLength(2);
    const { supplier_state, supplier_next_check_at } = await hold(asked[0]?.holdId ?? '');
    expect([supplier_state, supplier_next_check_at]).toEqual(['held', null]);
    expect((await seatsOf(eventId, sessionId)).seats).toMatchObject({ '1A': 'selected', '1B': 'free' });
    expect(await countedClaims(eventId)).toEqual({ held: 1, sold: 0 });
  });

  it('gives back what was added in the zone in which it was added', async () => {
    eventId = await hall.zoned();
    const their = (supplier = supplierOf(eventId, 'holds'));
    const [sessionId, adult] = [newSession(), hall.adult.documentId];
    const one = { sessionId, quantities: { [adult]: 1 } };
    await lock(eventId, { ...one, zone: 'front' });
    their.mood = 'refuses';
    expect((await lock(eventId, { ...one, zone: 'back' })).code).toBe('SUPPLIER_REFUSED');
    const held = (await countersOf(eventId)).map(({ pool, held: places }) => [pool, places]);
    expect(Object.fromEntries(held)).toMatchObject({ event: 1, 'zone:front': 1, 'zone:back': 0 });
    await unlock(eventId, { sessionId });
  });

  it.each(['fails', 'is silent'] as const)(
    'holds the places while the supplier %s, and asks again until it answers',
    async (mood) => {
      const their = await supplied(mood);
      const { status, held } = await lock(eventId, { sessionId: newSession(), seats: ['1A'] });
      expect([status, held.seats]).toEqual([200, ['1A']]);
      expect(await hold(held.holdId)).toMatchObject({ supplier_state: 'unknown', state: 'active' });
      their.mood = 'holds';
      clock.shiftBy(minute);
      await jobsOf(strapi).sweepNow();
      await stateBecomes(held.holdId, 'held');
      expect(their.asked).toMatchObject([{ seats: ['1A'] }, { seats: ['1A'] }]);
      expect(await countedClaims(eventId)).toEqual({ held: 1, sold: 0 });
    },
  );

  it('frees the places when the late answer is no', async () => {
    const their = await supplied('fails');
    const { held } = await lock(eventId, { sessionId: newSession(), seats: ['1A'] });
    their.mood = 'refuses';
    clock.shiftBy(minute);
    await jobsOf(strapi).sweepNow();
    const row = await stateBecomes(held.holdId, 'refused');
    expect(row).toMatchObject({ state: 'released', release_reason: 'refused by supplier' });
    expect(await countedClaims(eventId)).toEqual({ held: 0, sold: 0 });
  });

  it('asks once for a repeated key and answers with the same bytes', async () => {
    const { asked } = await supplied('holds');
    const body = { sessionId: newSession(), seats: ['1A'] };
    const key = { 'idempotency-key': newSession() };
    const [first, second] = [await lock(eventId, body, key), await lock(eventId, body, key)];
    expect(second.held).toEqual(first.held);
    expect(asked).toHaveLength(1);
    expect(await lock(eventId, { ...body, seats: ['1B'] }, key)).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('takes up a lock that a killed process has begun', async () => {
    const { asked } = await supplied('holds');
    const body = { sessionId: newSession(), seats: ['1A'] };
    const key = { 'idempotency-key': newSession() };
    const { held } = await lock(eventId, body, key);
    const begun = { status: null, content_type: null, bytes: null };
    await strapi.db.connection('idempotency_keys').where({ reference: held.holdId }).update(begun);
    expect((await lock(eventId, body, key)).held).toEqual(held);
    expect(asked).toHaveLength(2);
    expect(await countedClaims(eventId)).toEqual({ held: 1, sold: 0 });
  });

  it('hears of places that were unlocked, and of those that have run out', async () => {
    const { released } = await supplied('holds');
    const [first, second] = [newSession(), newSession()];
    const [one, two] = [
      await lock(eventId, { sessionId: first, seats: ['1A'] }),
      await lock(eventId, { sessionId: second, seats: ['1B'] }),
    ];
    const gone = await unlock(eventId, { sessionId: first });
    expect([gone.status, gone.code]).toEqual([200, undefined]);
    expect(await hold(one.held.holdId)).toMatchObject({ supplier_state: 'leaving' });
    await jobsOf(strapi).sweepNow();
    await stateBecomes(one.held.holdId, 'left');
    expect(released).toEqual([{ holdId: one.held.holdId, eventId, reference: `their-${one.held.holdId}` }]);
    clock.shiftBy(16 * minute);
    await jobsOf(strapi).sweepNow();
    await jobsOf(strapi).sweepNow();
    await stateBecomes(two.held.holdId, 'left');
    expect(released.filter(({ holdId }) => holdId === two.held.holdId)).toHaveLength(1);
  });

  it('is told again until it has heard, and keeps what is given back in part', async () => {
    const { released } = await supplied('holds');
    const sessionId = newSession();
    const { held } = await lock(eventId, { sessionId, seats: ['1A', '1B'] });
    await unlock(eventId, { sessionId, seats: ['1A'] });
    await jobsOf(strapi).sweepNow();
    expect((await hold(held.holdId)).supplier_state).toBe('held');
    if (supplier) supplier.mood = 'fails';
    await unlock(eventId, { sessionId });
    await jobsOf(strapi).sweepNow();
    const { supplier_checks } = await eventually(
      () => hold(held.holdId),
      (row) => row.supplier_checks === 1,
    );
    expect(supplier_checks).toBe(1);
    if (supplier) supplier.mood = 'holds';
    clock.shiftBy(6 * minute);
    await jobsOf(strapi).sweepNow();
    await stateBecomes(held.holdId, 'left');
    expect(released.filter(({ holdId }) => holdId === held.holdId)).toHaveLength(2);
  });
});
