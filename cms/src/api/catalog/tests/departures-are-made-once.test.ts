import { clock, type Transaction } from '@gangway/kit';
import type { MadeDepartures } from '../jobs/make-departures.ts';
import { occupyVessel } from '../store/vessel-occupations.ts';
import { eventually } from './ask-shop.ts';
import { buildStage, create, hour, type Stage, update } from './stage.ts';

type Schedules = { makeDepartures(ask: { scheduleId?: string; now: Date }): Promise<MadeDepartures> };

const schedules = () => strapi.service('api::catalog.schedules' as never) as unknown as Schedules;

const today = Date.now();
const inDays = (days: number) => new Date(today + days * 24 * hour).toISOString().slice(0, 10);

async function plan(stage: Stage, fields: Record<string, unknown> = {}): Promise<string> {
  const schedule = await create('catalog.schedule', {
    ...{
      activity: stage.activity.documentId,
      vessel: stage.vessel.documentId,
      berth: stage.berth.documentId,
    },
    ...{ seasonFrom: inDays(3), seasonTo: inDays(5), times: '10:00, 12:00', capacity: 20, horizonDays: 30 },
    ...fields,
  });
  return schedule.documentId;
}

const departuresOf = (scheduleId: string) =>
  strapi.documents('api::catalog.event').findMany({
    filters: { schedule: { documentId: scheduleId } } as never,
    populate: { activity: true, vessel: true, berth: true, schedule: true } as never,
    sort: 'startAt' as never,
    limit: 100,
  }) as unknown as Promise<Departure[]>;

type Departure = {
  documentId: string;
  occurrence: string;
  label: string;
  startAt: string;
  endAt: string;
  state: string;
  capacity: number;
  activity: { documentId: string };
  vessel: { documentId: string };
  berth: { documentId: string };
};

describe('a schedule that is saved', () => {
  it('has its departures made, each with what the schedule says', async () => {
    const stage = await buildStage();
    const scheduleId = await plan(stage);
    const made = await eventually(
      () => departuresOf(scheduleId),
      (found) => found.length > 0,
    );
    expect(made).toHaveLength(6);
    expect(made[0]).toMatchObject({
      ...{ occurrence: `${scheduleId}:${inDays(3)}:10:00`, state: 'on_sale', capacity: 20 },
      activity: { documentId: stage.activity.documentId },
      vessel: { documentId: stage.vessel.documentId },
      berth: { documentId: stage.berth.documentId },
      label: expect.stringContaining('10:00'),
    });
    expect(Date.parse(made[0]!.endAt) - Date.parse(made[0]!.startAt)).toBe(hour);
  });
});

describe('departures', () => {
  const now = () => clock.now();

  it('are made once, by however many at the same time', async () => {
    const scheduleId = await plan(await buildStage());
    const ask = { scheduleId, now: now() };
    const results = await Promise.all([1, 2, 3, 4].map(() => schedules().makeDepartures(ask)));
    expect(results.flatMap(({ collided }) => collided)).toEqual([]);
    const made = await departuresOf(scheduleId);
    expect(made).toHaveLength(6);
    expect(new Set(made.map(({ occurrence }) => occurrence)).size).toBe(6);
    expect(await schedules().makeDepartures({ scheduleId, now: now() })).toEqual({ made: 0, collided: [] });
  });

  it('cannot be written twice past the service either', async () => {
    const scheduleId = await plan(await buildStage());
    await schedules().makeDepartures({ scheduleId, now: now() });
    const copy = `insert into events (document_id, occurrence, start_at, end_at, capacity, seating, state)
      select document_id || 'x', occurrence, start_at, end_at, capacity, seating, state from events
       where occurrence like ? limit 1`;
    await expect(strapi.db.connection.raw(copy, [`${scheduleId}:%`])).rejects.toMatchObject({
      constraint: 'events_occurrence',
    });
  });

  it('that a person deleted are not made again', async () => {
    const scheduleId = await plan(await buildStage());
    await schedules().makeDepartures({ scheduleId, now: now() });
    const [first] = (await departuresOf(scheduleId)) as [Departure];
    await strapi.documents('api::catalog.event').delete({ documentId: first.documentId });
    expect(await schedules().makeDepartures({ scheduleId, now: now() })).toEqual({ made: 0, collided: [] });
    expect(await departuresOf(scheduleId)).toHaveLength(5);
  });

  it('that were cancelled are not made again', async () => {
    const scheduleId = await plan(await buildStage());
    await schedules().makeDepartures({ scheduleId, now: now() });
    const [first] = (await departuresOf(scheduleId)) as [Departure];
    await update('catalog.event', first, { state: 'cancelled' });
    expect(await schedules().makeDepartures({ scheduleId, now: now() })).toEqual({ made: 0, collided: [] });
  });

  it('of a schedule that is switched off are not made', async () => {
    const scheduleId = await plan(await buildStage(), { active: false });
    expect(await schedules().makeDepartures({ scheduleId, now: now() })).toEqual({ made: 0, collided: [] });
  });
});

describe('a vessel', () => {
  const occupations = async (vesselId: string): Promise<number> => {
    const rows = await strapi.db.connection('vessel_occupations').where({ vessel_id: vesselId });
    return rows.length;
  };

  it('sails one departure at a time: the one that collides is left out and told', async () => {
    const stage = await buildStage();
    const first = await plan(stage);
    await schedules().makeDepartures({ scheduleId: first, now: clock.now() });
    const second = await plan(stage, { times: '11:15, 15:00' });
    await eventually(
      () => departuresOf(second),
      (found) => found.length > 0,
    );
    const { made, collided } = await schedules().makeDepartures({ scheduleId: second, now: clock.now() });
    expect(made).toBe(0);
    expect(collided.map(({ occurrence }) => occurrence)).toEqual(
      [3, 4, 5].map((days) => `${second}:${inDays(days)}:11:15`),
    );
    expect(await departuresOf(second)).toHaveLength(3);
  });

  it('may leave again when its turnaround is over', async () => {
    const stage = await buildStage();
    const scheduleId = await plan(stage, { times: '10:00, 11:30' });
    await schedules().makeDepartures({ scheduleId, now: clock.now() });
    expect(await departuresOf(scheduleId)).toHaveLength(6);
  });

  it.each(['cancelled', 'archived', 'deleted'])('is free again when its departure is %s', async (how) => {
    const stage = await buildStage();
    const documentId = await stage.sail();
    expect(await occupations(stage.vessel.documentId)).toBe(1);
    if (how === 'deleted') await strapi.documents('api::catalog.event').delete({ documentId });
    else if (how === 'archived') await update('catalog.event', { documentId }, { archived: true });
    else
      await strapi.db.connection('events').where({ document_id: documentId }).update({ state: 'cancelled' });
    expect(await occupations(stage.vessel.documentId)).toBe(0);
  });

  it('that is taken is refused with what takes it, and the refused departure takes nothing', async () => {
    const stage = await buildStage();
    const taken = await stage.sail();
    const [event] = await strapi.db.connection('events').where({ document_id: taken });
    const occupation = { eventId: 'another', vesselId: stage.vessel.documentId, turnaroundMinutes: 0 };
    const during = { startAt: event.start_at as Date, endAt: event.end_at as Date };
    const attempt = strapi.db.transaction(({ trx }) =>
      occupyVessel(trx as unknown as Transaction, { ...occupation, ...during }),
    );
    await expect(attempt).rejects.toMatchObject({
      code: 'VESSEL_OCCUPIED',
      details: { kind: 'event', by: taken },
    });
    expect(await occupations(stage.vessel.documentId)).toBe(1);
  });

  it('moves with its departure', async () => {
    const stage = await buildStage();
    const documentId = await stage.sail();
    const startAt = new Date(Date.now() + 500 * hour);
    const endAt = new Date(Date.now() + 501 * hour);
    await update('catalog.event', { documentId }, { startAt, endAt });
    const [row] = await strapi.db
      .connection('vessel_occupations')
      .where({ subject_id: documentId })
      .select(strapi.db.connection.raw('lower(during) as starts, upper(during) as ends'));
    expect(row).toEqual({ starts: startAt, ends: new Date(endAt.getTime() + hour / 2) });
  });
});
