import { hashToken, type Transaction } from '@gangway/kit';
import { catalogueProjection } from '../../catalog/projection/catalogue-projection.ts';
import { wantedPlaces } from '../domain/wanted-places.ts';
import type { Departure } from '../../catalog/domain/departure.ts';
import { lockInBatch } from '../locking/lock-batch.ts';
import { lockPlaces } from '../locking/lock-places.ts';
import { isStale } from '../locking/stale-catalogue.ts';
import { create, refresh, update } from '../../catalog/tests/stage.ts';
import { ask, json } from '../../../frame/tests/caller.ts';
import { refusal } from '../../../../tests/support/catalogue.ts';
import { waitsForLock } from '../../../../tests/support/waits-for-lock.ts';
import { lock } from './ask-places.ts';
import { buildHall, type Hall, newSession, numberedPlan, openPlan } from './hall.ts';

const hour = 3_600_000;

describe('what is sold stays', () => {
  let hall: Hall;

  beforeAll(async () => {
    hall = await buildHall();
  });

  const remove = (type: string, documentId: string) =>
    refusal(strapi.documents(`api::${type}` as never).delete({ documentId }));
  const edit = (documentId: string, data: Record<string, unknown>) =>
    refusal(update('catalog.event', { documentId }, data));
  const hold = async (eventId: string, body: object = { seats: ['1A'] }) => {
    const sessionId = newSession();
    const { held } = await lock(eventId, { sessionId, ...body });
    return { sessionId, holdId: held.holdId };
  };

  async function order(
    eventId: string,
    { places, ...body }: Record<string, unknown> & { places?: object } = {},
  ): Promise<string> {
    const { sessionId, holdId } = await hold(eventId, places);
    const customer = { fullName: 'Anna Berg', email: 'anna@example.org', phone: '+3725551234' };
    const consents = ['offer', 'personal-data'];
    const asked = { sessionId, holdIds: [holdId], customer, consents, locale: 'en', ...body };
    const answer = await ask('/api/orders', json('POST', asked));
    if (answer.status !== 201) throw new Error(`The order was refused: ${JSON.stringify(answer.body.error)}`);
    return (answer.body.data as { id: string }).id;
  }

  it('a departure with places taken keeps its time, its vessel and its plan', async () => {
    const eventId = await hall.numbered();
    const { startAt } = (await strapi
      .documents('api::catalog.event' as never)
      .findOne({ documentId: eventId } as never)) as unknown as { startAt: string };
    await hold(eventId);
    const moved = new Date(new Date(startAt).getTime() + 60_000);
    const refused = await edit(eventId, { startAt: moved });
    expect(refused).toMatchObject({ code: 'DEPARTURE_HAS_ORDERS', fields: ['startAt'] });
    expect(refused.message).toBe(
      'На рейс уже есть заказы или брони (1), поэтому здесь не меняются: начало. Время, причал и задержку меняет «Рейс с заказами» справа: там видно, кого это касается, места сохранятся, все узнают и смогут вернуть деньги. Другое судно или другая схема — это другой рейс: отмените этот и создайте новый.',
    );
    const vessel = await create('catalog.vessel', { name: { ru: 'а', en: 'b', zh: 'c' }, capacity: 50 });
    const berth = await create('catalog.berth', {
      ...{ name: { ru: 'а', en: 'b', zh: 'c' }, address: { ru: 'а', en: 'b', zh: 'c' } },
      ...{ city: { ru: 'а', en: 'b', zh: 'c' }, latitude: 59.4, longitude: 24.7 },
    });
    const changes = {
      endAt: new Date(moved.getTime() + 2 * hour),
      ...{
        vessel: vessel.documentId,
        berth: berth.documentId,
        seating: 'general',
        timezone: 'Europe/Tallinn',
      },
    };
    expect((await edit(eventId, changes)).fields).toEqual([
      ...['endAt', 'timezone', 'vessel', 'berth', 'seating'],
    ]);
    expect(await edit(eventId, { seatingPlan: hall.plans.open })).toMatchObject({
      fields: expect.arrayContaining(['seatingPlan']),
    });
    expect(await edit(eventId, { activity: (await buildHall()).activity.documentId })).toMatchObject({
      fields: ['activity'],
    });
  });

  it('a departure without orders, or with a dead hold only, may change', async () => {
    const eventId = await hall.numbered();
    await update('catalog.event', { documentId: eventId }, { timezone: 'Europe/Tallinn' });
    await hold(eventId);
    const dead = new Date(Date.now() - 1_000);
    await strapi.db.connection('seating_claims').where({ event_id: eventId }).update({ expires_at: dead });
    await update('catalog.event', { documentId: eventId }, { timezone: 'Europe/Moscow' });
  });

  it('a departure with places taken may still be closed and told about; delayed and cancelled it is by the action', async () => {
    const eventId = await hall.numbered();
    await hold(eventId);
    const notice = { ru: 'Ждём', en: 'Waiting', zh: '等待' };
    await update('catalog.event', { documentId: eventId }, { notice, state: 'closed' });
    expect(await edit(eventId, { delayMinutes: 20 })).toMatchObject({ fields: ['delayMinutes'] });
    expect(await edit(eventId, { state: 'cancelled' })).toMatchObject({
      code: 'CANCEL_BY_ACTION',
      fields: ['state'],
    });
  });

  it('a departure never has fewer places than are taken', async () => {
    const eventId = await hall.general({ capacity: 10 });
    await hold(eventId, { quantities: { [hall.adult.documentId]: 5, [hall.infant]: 1 } });
    const { code, message } = await edit(eventId, { capacity: 4 });
    expect([code, message]).toEqual(['CAPACITY_BELOW_SOLD', 'Уже занято мест: 5. Меньше поставить нельзя.']);
    await update('catalog.event', { documentId: eventId }, { capacity: 5 });
    await refresh();
    expect(
      (await lock(eventId, { sessionId: newSession(), quantities: { [hall.adult.documentId]: 1 } })).code,
    ).toBe('SOLD_OUT');
  });

  it('a departure keeps what an order has held too long until it is free', async () => {
    const geometry = numberedPlan();
    const plan = await create('seating.seating-plan', { name: { ru: 'С', en: 'P', zh: '图' }, geometry });
    const eventId = await hall.numbered({ seatingPlan: plan.documentId });
    await order(eventId, { places: { seats: ['1A', '1B'] } });
    const claims = () => strapi.db.connection('seating_claims').where({ event_id: eventId });
    await claims().update({ expires_at: new Date(Date.now() - 1_000) });
    const redrawn = JSON.parse(JSON.stringify(geometry).replace('"1A"', '"9Z"'));
    const redraw = () => refusal(update('seating.seating-plan', plan, { geometry: redrawn }));
    expect((await edit(eventId, { capacity: 1 })).code).toBe('CAPACITY_BELOW_SOLD');
    expect((await redraw()).code).toBe('PLAN_SEATS_TAKEN');
    await claims().update({ released_at: new Date(), release_reason: 'expired' });
    await update('catalog.event', { documentId: eventId }, { capacity: 1 });
    await update('seating.seating-plan', plan, { geometry: redrawn });
  });

  it('a departure that is late keeps the seats of its plan until it is back', async () => {
    const geometry = numberedPlan();
    const plan = await create('seating.seating-plan', { name: { ru: 'С', en: 'P', zh: '图' }, geometry });
    const eventId = await hall.numbered({ seatingPlan: plan.documentId });
    await order(eventId, { places: { seats: ['1A'] } });
    const redrawn = JSON.parse(JSON.stringify(geometry).replace('"1A"', '"9Z"'));
    const redraw = () => refusal(update('seating.seating-plan', plan, { geometry: redrawn }));
    const ago = (hours: number) => new Date(Date.now() - hours * hour);
    const sail = (delay: number) =>
      strapi.db
        .connection('events')
        .where({ document_id: eventId })
        .update({ start_at: ago(3), end_at: ago(1), delay_minutes: delay });
    await sail(90);
    expect((await redraw()).code).toBe('PLAN_SEATS_TAKEN');
    await sail(0);
    await update('seating.seating-plan', plan, { geometry: redrawn });
  });

  it('a lock of what the catalogue remembers wrongly is not made', async () => {
    const eventId = await hall.general({ capacity: 10 });
    const departure = catalogueProjection(strapi).current()?.byId.get(eventId);
    if (!departure) throw new Error('The departure is not in the catalogue.');
    const now = new Date();
    const wanted = wantedPlaces(departure, { quantities: { [hall.adult.documentId]: 2 } }, now);
    const stale = () =>
      strapi.db.transaction(({ trx }) =>
        lockPlaces(trx as unknown as Transaction, {
          ...{ departure, choose: () => wanted, now },
          buyer: { sessionHash: hashToken(newSession()) },
        }),
      );
    await stale();
    await update('catalog.event', { documentId: eventId }, { capacity: 3 });
    await expect(stale()).rejects.toThrow(/newer than the catalogue/);
    const quantities = { [hall.adult.documentId]: 2 };
    expect((await lock(eventId, { sessionId: newSession(), quantities })).code).toBe('SOLD_OUT');
  });

  it('a lock that comes with what the catalogue remembers wrongly is told so alone, not those beside it', async () => {
    const eventId = await hall.general({ capacity: 10 });
    const known = () => catalogueProjection(strapi).current()?.byId.get(eventId) as Departure;
    const before = known();
    await update('catalog.event', { documentId: eventId }, { capacity: 9 });
    await refresh();
    const locked = (departure: Departure) => {
      const now = new Date();
      const wanted = wantedPlaces(departure, { quantities: { [hall.adult.documentId]: 2 } }, now);
      const buyer = { sessionHash: hashToken(newSession()) };
      const request = {
        params: {},
        query: {},
        body: {},
        headers: {},
        locale: 'en' as const,
        now,
        requestId: 'r',
      };
      const call = { request, scope: 'test', key: undefined, departure, isRemembered: () => false };
      return lockInBatch(strapi)({ ...call, ask: { buyer, choose: () => wanted } });
    };
    const [old, fresh] = await Promise.allSettled([locked(before), locked(known())]);
    expect(isStale(old.status === 'rejected' && old.reason)).toBe(true);
    expect(fresh).toMatchObject({ status: 'fulfilled', value: { status: 200 } });
  });

  it('a lock of a departure that changed and nobody heard reads that departure, and no other', async () => {
    const eventId = await hall.general({ capacity: 10 });
    await refresh();
    const catalogue = catalogueProjection(strapi);
    while (catalogue.behindMs() > 0) await new Promise((resolve) => setImmediate(resolve));
    const vessel = catalogue.current()?.byId.get(eventId)?.vessel;
    const others = vessel ? { vessels: [vessel.id] } : {};
    const [catchUp, rebuild] = [jest.spyOn(catalogue, 'catchUp'), jest.spyOn(catalogue, 'rebuild')];
    await strapi.db.transaction(async ({ trx }) => {
      await trx.raw('set local session_replication_role = replica');
      await trx.raw('update events set capacity = 3 where document_id = ?', [eventId]);
    });
    const take = async (places: number) =>
      (await lock(eventId, { sessionId: newSession(), quantities: { [hall.adult.documentId]: places } }))
        .code;
    expect([await take(3), await take(1)]).toEqual([undefined, 'SOLD_OUT']);
    expect(catchUp.mock.calls).toEqual([[{ eventIds: [eventId], activityIds: [], others }]]);
    expect(rebuild).not.toHaveBeenCalled();
    expect(catalogue.current()?.byId.get(eventId)?.event.capacity).toBe(3);
    for (const spy of [catchUp, rebuild]) spy.mockRestore();
  });

  it('seats and zones that are taken stay in the plan', async () => {
    const plan = await create('seating.seating-plan', {
      name: { ru: 'С', en: 'P', zh: '图' },
      geometry: numberedPlan(),
    });
    const eventId = await hall.numbered({ seatingPlan: plan.documentId });
    await hold(eventId, { seats: ['1A'], quantities: { [hall.adult.documentId]: 3 }, zone: 'open' });
    const redraw = (change: (text: string) => string) =>
      refusal(
        update('seating.seating-plan', plan, {
          geometry: JSON.parse(change(JSON.stringify(numberedPlan()))),
        }),
      );
    expect(await redraw((text) => text.replace('"1A"', '"9Z"'))).toMatchObject({
      ...{ code: 'PLAN_SEATS_TAKEN', fields: ['geometry'] },
      message: expect.stringContaining('1A'),
    });
    expect((await redraw((text) => text.replace('"capacity":5', '"capacity":2'))).code).toMatch(
      /PLAN_ZONES_TAKEN|PLAN_TOO_SMALL/,
    );
    const other = JSON.stringify(numberedPlan()).replace('"1B"', '"9Z"');
    await update('seating.seating-plan', plan, { geometry: JSON.parse(other) });
  });

  /** A plan of its own, a departure that sells by it, and the same plan with another name for seat 1A. */
  const redrawn = async () => {
    const geometry = numberedPlan();
    const plan = await create('seating.seating-plan', { name: { ru: 'С', en: 'P', zh: '图' }, geometry });
    const eventId = await hall.numbered({ seatingPlan: plan.documentId });
    return { plan, eventId, without: JSON.parse(JSON.stringify(geometry).replace('"1A"', '"9Z"')) as object };
  };
  const codeOf = async (eventId: string, seat: string) =>
    (await lock(eventId, { sessionId: newSession(), seats: [seat] })).code;

  it('a seat that a plan had until a moment ago is not locked, though nobody heard of the edit', async () => {
    const { plan, eventId, without } = await redrawn();
    await strapi.db.transaction(async ({ trx }) => {
      await trx.raw('set local session_replication_role = replica');
      const row = [JSON.stringify(without), plan.documentId];
      await trx.raw('update seating_plans set geometry = ?::jsonb where document_id = ?', row);
    });
    expect([await codeOf(eventId, '1A'), await codeOf(eventId, '9Z')]).toEqual(['UNKNOWN_SEAT', undefined]);
  });

  it('a lock waits for an edit of the plan under way, and then goes by the new one', async () => {
    const { plan, eventId, without } = await redrawn();
    const [edited, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const editing = strapi.db.transaction(async () => {
      await update('seating.seating-plan', plan, { geometry: without });
      edited.resolve();
      await gate.promise;
    });
    await edited.promise;
    const locking = codeOf(eventId, '1A');
    await Promise.race([waitsForLock('advisory'), locking]);
    gate.resolve();
    await editing;
    expect(await locking).toBe('UNKNOWN_SEAT');
  });

  it('an edit of a plan waits for a lock under way, and then leaves its seat', async () => {
    const { plan, eventId, without } = await redrawn();
    const departure = catalogueProjection(strapi).current()?.byId.get(eventId);
    if (!departure) throw new Error('The departure is not in the catalogue.');
    const [locked, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const now = new Date();
    const wanted = wantedPlaces(departure, { seats: ['1A'] }, now);
    const locking = strapi.db.transaction(async ({ trx }) => {
      const buyer = { sessionHash: hashToken(newSession()) };
      await lockPlaces(trx as unknown as Transaction, { departure, choose: () => wanted, now, buyer });
      locked.resolve();
      await gate.promise;
    });
    await locked.promise;
    const editing = refusal(update('seating.seating-plan', plan, { geometry: without }));
    await Promise.race([waitsForLock('advisory'), editing.catch(() => undefined)]);
    gate.resolve();
    await locking;
    expect((await editing).code).toBe('PLAN_SEATS_TAKEN');
  });

  it('an open zone that is sold keeps room for its people', async () => {
    const plan = await create('seating.seating-plan', {
      name: { ru: 'С', en: 'P', zh: '图' },
      geometry: openPlan(),
    });
    const eventId = await hall.zoned({ seatingPlan: plan.documentId });
    await hold(eventId, { quantities: { [hall.adult.documentId]: 3 }, zone: 'front' });
    const geometry = JSON.parse(JSON.stringify(openPlan()).replace('"capacity":3', '"capacity":2'));
    expect(await refusal(update('seating.seating-plan', plan, { geometry }))).toMatchObject({
      ...{ code: 'PLAN_ZONES_TAKEN', message: expect.stringContaining('front') },
    });
  });

  it('a departure with places held is not deleted', async () => {
    const eventId = await hall.numbered();
    await hold(eventId);
    const { code, message } = await remove('catalog.event', eventId);
    expect([code, message]).toEqual([
      'IN_USE',
      'Удалить нельзя, запись нужна другим: занятые места (1). Если она больше не в ходу, отметьте «В архиве».',
    ]);
  });

  it('nothing that an order was made of is deleted, whatever became of the order', async () => {
    const shop = await buildHall();
    const seller = shop.seller.documentId;
    const product = await create('catalog.product', {
      ...{ slug: shop.mark, name: { ru: 'Гид', en: 'Guide', zh: '导览' }, kind: 'guide', seller },
      ...{ description: { ru: 'Гид', en: 'Guide', zh: '导览' }, currency: 'EUR', amount: 500 },
    });
    const fee = await create('catalog.fee', {
      ...{ name: { ru: 'Сбор', en: 'Fee', zh: '费' }, seller, kind: 'amount', amount: 100, currency: 'EUR' },
    });
    const code = `SAVE${shop.mark.slice(0, 6).toUpperCase()}`;
    const promotion = await create('catalog.promotion', {
      ...{
        code,
        name: { ru: 'Скидка', en: 'Off', zh: '折' },
        seller,
        kind: 'percent',
        percent: 10,
        currency: 'EUR',
      },
    });
    const eventId = await shop.numbered();
    const lines = [{ productId: product.documentId, quantity: 1 }];
    const orderId = await order(eventId, { lines, promoCode: code });
    const prices: { documentId: string }[] = await strapi.db.query('api::catalog.price').findMany({
      where: { ticketType: { documentId: shop.adult.documentId } },
    });
    await strapi.db.connection('seating_claims').where({ event_id: eventId }).delete();
    expect(orderId).not.toBe('');
    const uses = async (type: string, documentId: string) => (await remove(type, documentId)).message;
    expect(await uses('catalog.event', eventId)).toContain('заказы (1)');
    expect(await uses('catalog.product', product.documentId)).toContain('заказы (1)');
    expect(await uses('catalog.price', prices[0]?.documentId ?? '')).toContain('заказы (1)');
    expect(await uses('catalog.fee', fee.documentId)).toContain('снимите отметку «Действует»');
    expect(await uses('catalog.promotion', promotion.documentId)).toContain('снимите отметку «Действует»');
    expect(await uses('catalog.ticket-type', shop.adult.documentId)).toContain('заказы (1)');
    expect(await uses('catalog.seller', seller)).toContain('заказы (1)');
    expect(await uses('catalog.activity', shop.activity.documentId)).toContain('рейсы (1)');
    expect(await uses('catalog.vessel', shop.vessel.documentId)).toContain('рейсы (1)');
    expect(await uses('catalog.berth', shop.berth.documentId)).toContain('рейсы (1)');
    expect(await uses('catalog.route', shop.route.documentId)).toContain('экскурсии и события (1)');
    expect(await uses('seating.seating-plan', shop.plans.numbered)).toContain('рейсы (1)');
  });

  it('a departure that people wait for keeps its vessel: it is archived when it is over', async () => {
    const eventId = await hall.numbered();
    await hold(eventId);
    const refused = await edit(eventId, { archived: true });
    expect(refused).toMatchObject({ code: 'ARCHIVE_WITH_ORDERS', fields: ['archived'] });
    expect(refused.message).toContain('На рейс уже есть заказы или брони (1)');
    const [sails] = await strapi.db.connection('vessel_occupations').where({ subject_id: eventId });
    expect(sails).toBeDefined();
  });

  it('a departure that is over is archived with its orders', async () => {
    const eventId = await hall.numbered();
    await order(eventId);
    const over = new Date(Date.now() - hour);
    await strapi.db.query('api::catalog.event').update({
      where: { documentId: eventId },
      data: { startAt: new Date(over.getTime() - hour), endAt: over },
    });
    await update('catalog.event', { documentId: eventId }, { archived: true });
  });

  it('prices and types that nobody has bought may go', async () => {
    const shop = await buildHall();
    const child = { ticketType: { documentId: shop.child.documentId } };
    const [price] = await strapi.db.query('api::catalog.price').findMany({ where: child });
    await order(await shop.numbered());
    await strapi.documents('api::catalog.price').delete({ documentId: price.documentId });
  });
});
