import { clock } from '@gangway/kit';
import { jobsOf } from '@gangway/jobs/contract';
import { countersOf, lock } from './ask-places.ts';
import { buildHall, type Hall, newSession } from './hall.ts';

const minute = 60_000;
const day = 1440 * minute;

describe('a hold that has ended', () => {
  let hall: Hall;

  beforeAll(async () => {
    hall = await buildHall();
  });

  afterEach(() => clock.reset());

  it('is written down by the sweep: claims, counters, the number of the map', async () => {
    const eventId = await hall.numbered();
    const { held } = await lock(eventId, {
      ...{ sessionId: newSession(), seats: ['1A', '1B'], zone: 'open' },
      quantities: { [hall.adult.documentId]: 2 },
    });
    const read = (table: string, where: object) => strapi.db.connection(table).where(where).first();
    clock.shiftBy(14 * minute);
    await jobsOf(strapi).sweepNow();
    expect(await read('holds', { id: held.holdId })).toMatchObject({ state: 'active' });
    clock.shiftBy(2 * minute);
    await jobsOf(strapi).sweepNow();
    expect(await read('holds', { id: held.holdId })).toMatchObject({
      ...{ state: 'released', release_reason: 'expired' },
    });
    expect(await countersOf(eventId)).toMatchObject([{ held: 0 }, { held: 0 }]);
    expect(await read('seating_events', { event_id: eventId })).toMatchObject({ seq: '2' });
  });

  it('and cannot be written down keeps no other from it', async () => {
    const held = async () => {
      const eventId = await hall.general();
      const places = { sessionId: newSession(), quantities: { [hall.adult.documentId]: 2 } };
      return { eventId, holdId: (await lock(eventId, places)).held.holdId };
    };
    const [broken, sound] = [await held(), await held()];
    const stateOf = async ({ holdId }: { holdId: string | null }) =>
      (await strapi.db.connection('holds').where({ id: holdId }).first()).state as string;
    const counted = (count: number) =>
      strapi.db.connection('place_counters').where({ event_id: broken.eventId }).update({ held: count });
    await counted(0);
    clock.shiftBy(16 * minute);
    await jobsOf(strapi).sweepNow();
    expect([await stateOf(broken), await stateOf(sound)]).toEqual(['active', 'released']);
    await counted(2);
    await jobsOf(strapi).sweepNow();
    expect(await stateOf(broken)).toBe('released');
  });

  it('is kept for 400 days, and then forgotten', async () => {
    const eventId = await hall.numbered();
    const { held } = await lock(eventId, { sessionId: newSession(), seats: ['1A'] });
    const kept = async () => {
      const holds = await strapi.db.connection('holds').where({ id: held.holdId });
      const claims = await strapi.db.connection('seating_claims').where({ hold_id: held.holdId });
      return [holds.length, claims.length];
    };
    clock.shiftBy(16 * minute);
    await jobsOf(strapi).sweepNow();
    clock.shiftBy(399 * day);
    await jobsOf(strapi).sweepNow();
    expect(await kept()).toEqual([1, 1]);
    clock.shiftBy(2 * day);
    await jobsOf(strapi).sweepNow();
    expect(await kept()).toEqual([0, 0]);
  });
});
