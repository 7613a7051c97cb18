import { clock } from '@gangway/kit';
import { staffMember, type StaffMember } from '../../../../tests/support/staff.ts';
import { create, texts } from '../../catalog/tests/stage.ts';
import { buildHall, type Hall } from '../../seating/tests/hall.ts';
import { codeOf, departureDeed, messagesOf, startOf } from './departures.ts';
import { admissions, asBuyer, order, orderRow, paid, requests, seats, until } from './purchase.ts';

const house: { hall?: Hall; manager?: StaffMember; pier?: string } = {};
const hall = (): Hall => house.hall as Hall;
const hour = 3_600_000;

beforeAll(async () => {
  house.hall = await buildHall();
  house.manager = await staffMember({ sections: { orders: 'view', refunds: 'act' } });
  const name = texts('Другой причал', 'Another pier', '另一码头');
  const place = { slug: `pier-${hall().mark}`, name, address: name, city: name, latitude: 59, longitude: 24 };
  house.pier = (await create('catalog.berth', place)).documentId;
});

afterEach(() => clock.reset());

const deed = { cause: 'technical', reason: 'Engine checked again' };
const change = (eventId: string, body: object) =>
  departureDeed(house.manager, eventId, { what: 'change', body: { ...deed, ...body } });
const told = async (bought: { id: string }) =>
  (await messagesOf(bought)).filter(({ message }) => message === 'order.departure-changed').length;
const at = (moment: number) => new Date(moment).toISOString();

describe('a departure with orders', () => {
  it('leaves at another time with the same places and tickets; its buyers are told', async () => {
    const eventId = await hall().numbered();
    const bought = await paid(eventId, { seats: ['1A'] });
    const start = await startOf(eventId);
    const { status, data } = await change(eventId, { startAt: at(start + hour) });
    expect([status, data.refundable, data.told]).toEqual([200, true, 1]);
    expect(Date.parse(data.event.startAt)).toBe(start + hour);
    const row = await strapi.db.connection('events').where({ document_id: eventId }).first();
    expect([Number(row.start_at), Number(row.end_at)]).toEqual([start + hour, start + 2 * hour]);
    expect(await seats(bought)).toEqual({ '1A': 'sold' });
    expect(await admissions(bought)).toMatchObject([{ state: 'issued' }]);
    expect(await told(bought)).toBe(1);
  });

  it('that was moved may be given back in full until it leaves, by who bought before', async () => {
    const eventId = await hall().numbered();
    const before = await paid(eventId, { seats: ['1A'] });
    const start = await startOf(eventId);
    clock.moveTo(new Date(start - 3 * hour));
    expect((await asBuyer(before, { path: 'refunds' })).status).toBe(409);
    await change(eventId, { berth: house.pier });
    const after = await paid(eventId, { seats: ['1B'] });
    expect((await asBuyer(after, { path: 'refunds' })).status).toBe(409);
    clock.moveTo(new Date(start - 60_000));
    expect((await asBuyer(before, { path: 'refunds' })).body.data).toMatchObject({
      amount: before.total,
      reasonCode: 'OPERATOR_CHANGED',
    });
    await until(before, ({ state }) => state === 'REFUNDED');
    expect((await requests(before)).at(-1)).toMatchObject({ policy_version: 'refund.4+EE.1' });
  });

  it('that was moved can no longer be given back once it has left', async () => {
    const eventId = await hall().numbered();
    const bought = await paid(eventId, { seats: ['1A'] });
    await change(eventId, { berth: house.pier });
    clock.moveTo(new Date((await startOf(eventId)) + 1));
    expect((await asBuyer(bought, { path: 'refunds' })).status).toBe(409);
    expect((await orderRow(bought.id)).state).toBe('PAID');
  });

  it('may be an hour late without a refund, not longer', async () => {
    const eventId = await hall().numbered();
    const bought = await paid(eventId, { seats: ['1A'] });
    clock.moveTo(new Date((await startOf(eventId)) - 2 * hour));
    expect((await change(eventId, { delayMinutes: 60 })).data.refundable).toBe(false);
    expect((await asBuyer(bought, { path: 'refunds' })).status).toBe(409);
    expect((await change(eventId, { delayMinutes: 61 })).data.refundable).toBe(true);
    expect((await asBuyer(bought, { path: 'refunds' })).status).toBe(201);
    expect(await told(bought)).toBe(2);
  });

  it('tells those who have paid, and nobody else', async () => {
    const eventId = await hall().numbered();
    const open = await order(eventId, { seats: ['1A'] });
    const notice = { ru: 'Ждём на верхнем причале', en: 'Upper pier', zh: '上层码头' };
    expect((await change(eventId, { notice })).data).toMatchObject({ told: 0, refundable: false });
    expect(await told(open)).toBe(0);
  });
});

describe('a change of a departure', () => {
  it('is refused when it is none, of another vessel or plan, in the past, or to nowhere', async () => {
    const eventId = await hall().numbered();
    await paid(eventId, { seats: ['1A'] });
    const refused = (body: object) => codeOf(change(eventId, body));
    expect(await refused({})).toEqual([422, 'NOTHING_CHANGED']);
    expect(await refused({ delayMinutes: 0 })).toEqual([422, 'NOTHING_CHANGED']);
    expect(await refused({ vessel: 'other' })).toEqual([400, 'UNKNOWN_FIELD']);
    expect(await refused({ seatingPlan: 'other' })).toEqual([400, 'UNKNOWN_FIELD']);
    expect(await refused({ startAt: at(Date.now() - hour) })).toEqual([422, 'DEPARTURE_IN_PAST']);
    expect(await refused({ berth: 'nowhere' })).toEqual([422, 'UNKNOWN_BERTH']);
    expect(await refused({ delayMinutes: -1 })).toEqual([400, 'INVALID_INPUT']);
    expect(await refused({ startAt: 'tomorrow' })).toEqual([400, 'INVALID_INPUT']);
    const start = await startOf(eventId);
    expect((await change(eventId, { endAt: at(start - hour) })).status).toBe(400);
    expect(await startOf(eventId)).toBe(start);
  });

  it('does not put a vessel in two places', async () => {
    const [one, other] = [await hall().numbered(), await hall().numbered()];
    await paid(one, { seats: ['1A'] });
    const start = await startOf(one);
    const answer = await change(one, { startAt: at(await startOf(other)) });
    expect(answer.status).toBe(400);
    expect(await startOf(one)).toBe(start);
  });

  it('comes too late for a departure that was cancelled', async () => {
    const eventId = await hall().numbered();
    await departureDeed(house.manager, eventId);
    expect(await codeOf(change(eventId, { delayMinutes: 10 }))).toEqual([409, 'DEPARTURE_OVER']);
  });
});
