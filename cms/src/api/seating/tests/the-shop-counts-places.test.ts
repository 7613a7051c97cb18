import { newId, clock, type Transaction } from '@gangway/kit';
import { eventually } from '../../catalog/tests/ask-shop.ts';
import { ask } from '../../../frame/tests/caller.ts';
import { extendOrder, orderHolds, sellPlaces } from '../places.ts';
import { lock, seatsOf, unlock } from './ask-places.ts';
import { buildHall, type Hall, newSession } from './hall.ts';

const minute = 60_000;

describe('the shop counts places', () => {
  let hall: Hall;

  beforeAll(async () => {
    hall = await buildHall();
  });

  afterEach(() => clock.reset());

  const leftOf = async (eventId: string) => {
    const { body } = await ask(`/api/events/${eventId}`);
    const { left, status } = (body.data as { availability: { left: number; status: string } }).availability;
    return `${left} ${status}`;
  };
  const becomes = (eventId: string, wanted: string) =>
    expect(
      eventually(
        () => leftOf(eventId),
        (left) => left === wanted,
      ),
    ).resolves.toBe(wanted);

  it('that are held and sold, and gives back those whose hold has died', async () => {
    const eventId = await hall.general({ capacity: 5 });
    const quantities = { [hall.adult.documentId]: 3, [hall.infant]: 2 };
    await becomes(eventId, '5 available');
    const sessionId = newSession();
    const { held } = await lock(eventId, { sessionId, quantities });
    await becomes(eventId, '2 few');
    await lock(eventId, { sessionId: newSession(), quantities: { [hall.adult.documentId]: 2 } });
    await becomes(eventId, '0 sold_out');
    const [orderId, now] = [newId(), clock.now()];
    await strapi.db.transaction(async ({ trx: open }) => {
      const trx = open as unknown as Transaction;
      await orderHolds(trx, { holdIds: [held.holdId ?? ''], orderId, now });
      await sellPlaces(trx, { orderId, now });
    });
    clock.shiftBy(16 * minute);
    await becomes(eventId, '2 few');
  });

  it('that the start of a payment keeps for longer', async () => {
    const eventId = await hall.numbered();
    const { held } = await lock(eventId, { sessionId: newSession(), seats: ['1A'] });
    const [orderId, now] = [newId(), clock.now()];
    const until = new Date(now.getTime() + 60 * minute);
    await strapi.db.transaction(async ({ trx: open }) => {
      const trx = open as unknown as Transaction;
      await orderHolds(trx, { holdIds: [held.holdId ?? ''], orderId, now });
      await extendOrder(trx, { orderId, until, now });
    });
    clock.shiftBy(16 * minute);
    await becomes(eventId, '38 available');
    clock.shiftBy(45 * minute);
    await becomes(eventId, '39 available');
  });

  it('at the very moment in which a hold dies, without a sweep', async () => {
    const eventId = await hall.numbered();
    await lock(eventId, { sessionId: newSession(), seats: ['1A'] });
    await becomes(eventId, '38 available');
    const claim = strapi.db.connection('seating_claims').where({ event_id: eventId });
    const [{ expires_at: end }] = await claim.select('expires_at');
    clock.moveTo(new Date(end.getTime() - minute));
    expect(await leftOf(eventId)).toBe('38 available');
    clock.moveTo(end);
    expect(await leftOf(eventId)).toBe('39 available');
  });

  it('and draws them for everybody, with a number that grows with every change', async () => {
    const eventId = await hall.numbered();
    expect(await seatsOf(eventId)).toMatchObject({ seq: 0, seats: { '1A': 'free', T4: 'free' } });
    const sessionId = newSession();
    await lock(eventId, { sessionId, seats: ['1A'] });
    const drawn = (wanted: string) =>
      eventually(
        () => seatsOf(eventId),
        ({ seats }) => seats['1A'] === wanted,
      );
    expect(await drawn('reserved')).toMatchObject({ seq: 1, seats: { '1A': 'reserved', '1B': 'free' } });
    await unlock(eventId, { sessionId, seats: ['1A'] });
    const after = await drawn('free');
    expect(after.seq).toBe(2);
    expect(after.headers.get('cache-control')).toBe('public, max-age=1');
  });

  it('and shows what is left as sold when the departure is full', async () => {
    const eventId = await hall.numbered({ capacity: 1 });
    await lock(eventId, { sessionId: newSession(), seats: ['1A'] });
    const full = await eventually(
      () => seatsOf(eventId),
      ({ seats }) => seats['1B'] === 'sold',
    );
    expect(full.seats).toMatchObject({ '1A': 'reserved', '1B': 'sold' });
  });

  it('again after the line on which changes are told was cut', async () => {
    const eventId = await hall.general({ capacity: 5 });
    await becomes(eventId, '5 available');
    await strapi.db.connection.raw(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen "seating"%'`,
    );
    await lock(eventId, { sessionId: newSession(), quantities: { [hall.adult.documentId]: 1 } });
    await becomes(eventId, '4 available');
  });
});
