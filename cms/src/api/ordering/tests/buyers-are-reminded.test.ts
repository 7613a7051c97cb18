import { jobsOf } from '@gangway/jobs/contract';
import { clock, newId } from '@gangway/kit';
import { openMailbox } from '../../../../../plugins/notifications/sandbox/index.ts';
import type { Mailbox } from '../../../../../plugins/notifications/sandbox/index.ts';
import { staffMember, type StaffMember } from '../../../../tests/support/staff.ts';
import { ask, json } from '../../../frame/tests/caller.ts';
import { buildHall, type Hall } from '../../seating/tests/hall.ts';
import { reminderLinks } from '../departures/remind.ts';
import { departureDeed, messagesOf, startOf } from './departures.ts';
import { asBuyer, type Bought, customer, eventually, paid, until } from './purchase.ts';

const house: { hall?: Hall; manager?: StaffMember; mailbox?: Mailbox } = {};
const hall = (): Hall => house.hall as Hall;
const hour = 3_600_000;
const minute = 60_000;

beforeAll(async () => {
  house.mailbox = await openMailbox({ port: smtpPort });
  house.hall = await buildHall();
  house.manager = await staffMember({ sections: { orders: 'act', refunds: 'act' } });
});

afterAll(() => house.mailbox?.close());
afterEach(() => clock.reset());

// The clock runs on while all sweeps are made: a minute is more than they take.
const sweep = async (at: number) => {
  clock.moveTo(new Date(at));
  await jobsOf(strapi).sweepNow();
};

const reminders = async (bought: Bought): Promise<string[]> =>
  (await messagesOf(bought)).map(({ message }) => message).filter((name) => name.includes('reminder'));

const due = async ({ id }: Bought): Promise<[string, number, string | null][]> => {
  const rows = await strapi.db.connection('departure_reminders').where({ order_id: id }).orderBy('kind');
  return rows.map(({ kind, due_at, outcome }) => [kind, Number(due_at), outcome]);
};

const day = 'order.reminder-day';
const soon = 'order.reminder-soon';
const buyer = () => ({ ...customer, email: `${newId()}@example.org` });

describe('a buyer with tickets', () => {
  it('is reminded a day and two hours before, once each, whoever sweeps how often', async () => {
    const eventId = await hall().numbered();
    const bought = await paid(eventId, { seats: ['1A'] });
    const leaves = await startOf(eventId);
    await sweep(leaves - 24 * hour - minute);
    expect(await reminders(bought)).toEqual([]);
    clock.moveTo(new Date(leaves - 24 * hour));
    await Promise.all([jobsOf(strapi).sweepNow(), jobsOf(strapi).sweepNow()]);
    await sweep(leaves - 23 * hour);
    expect(await reminders(bought)).toEqual([day]);
    await sweep(leaves - 2 * hour);
    await sweep(leaves - 2 * hour + minute);
    expect(await reminders(bought)).toEqual([day, soon]);
  });

  it('gets one letter even when the work is done again after a crash', async () => {
    const eventId = await hall().numbered();
    const bought = await paid(eventId, { seats: ['1A'] });
    const leaves = await startOf(eventId);
    await sweep(leaves - 24 * hour);
    const again = { ended_at: null, outcome: null };
    await strapi.db.connection('departure_reminders').where({ order_id: bought.id }).update(again);
    await sweep(leaves - 24 * hour + minute);
    expect(await reminders(bought)).toEqual([day]);
  });

  it('who bought five hours before gets the one that is still ahead', async () => {
    const startAt = new Date(Date.now() + 5 * hour);
    const endAt = new Date(startAt.getTime() + hour);
    const bought = await paid(await hall().general({ startAt, endAt, vessel: null, venue: await venue() }), {
      quantities: { [hall().adult.documentId]: 1 },
    });
    expect((await due(bought)).map(([kind]) => kind)).toEqual(['soon']);
  });

  const venue = async () =>
    (
      await strapi.documents('api::catalog.venue').create({
        data: {
          ...{ name: { ru: 'Сад', en: 'Garden', zh: '花园' }, slug: `garden-${newId()}`, capacity: 100 },
          ...{ address: { ru: 'Сад', en: 'Garden', zh: '花园' } },
        },
      } as never)
    ).documentId;

  it('is reminded at the new time when the departure moves, whoever moves it', async () => {
    const eventId = await hall().numbered();
    const bought = await paid(eventId, { seats: ['1A'] });
    const leaves = await startOf(eventId);
    const body = { delayMinutes: 90, cause: 'technical', reason: 'Engine' };
    expect((await departureDeed(house.manager, eventId, { what: 'change', body })).status).toBe(200);
    const late = leaves + 1.5 * hour;
    expect(await due(bought)).toEqual([
      ['day', late - 24 * hour, null],
      ['soon', late - 2 * hour, null],
    ]);
    await sweep(leaves - 24 * hour);
    expect(await reminders(bought)).toEqual([]);
    await sweep(late - 24 * hour);
    expect(await reminders(bought)).toEqual([day]);
  });

  it('is reminded again when the departure was put off after the reminder, and not for minutes', async () => {
    const eventId = await hall().numbered();
    const bought = await paid(eventId, { seats: ['1A'] });
    const leaves = await startOf(eventId);
    await sweep(leaves - 24 * hour);
    const putOff = async (delayMinutes: number) => {
      const body = { delayMinutes, cause: 'weather', reason: 'Storm' };
      return (await departureDeed(house.manager, eventId, { what: 'change', body })).status;
    };
    expect(await putOff(5 * 60)).toBe(200);
    expect((await due(bought)).map(([kind, , outcome]) => [kind, outcome])).toEqual([
      ['day', 'told'],
      ['soon', null],
    ]);
    expect(await putOff(20 * 60)).toBe(200);
    expect(await due(bought)).toEqual([
      ['day', leaves - 4 * hour, null],
      ['soon', leaves + 18 * hour, null],
    ]);
    await sweep(leaves - 4 * hour);
    await sweep(leaves - 4 * hour + minute);
    expect(await reminders(bought)).toEqual([day, day]);
  });

  it('and cannot be reminded keeps no other buyer from it', async () => {
    const eventId = await hall().numbered();
    const broken = await paid(eventId, { seats: ['1A'] });
    const sound = await paid(eventId, { seats: ['1B'] });
    const sql = (text: string) => strapi.db.connection.raw(text);
    const leaves = await startOf(eventId);
    await sql(`alter table messages add constraint refused check (subject_id <> '${broken.id}') not valid`);
    try {
      await sweep(leaves - 24 * hour);
    } finally {
      await sql('alter table messages drop constraint refused');
    }
    expect([await reminders(broken), await reminders(sound)]).toEqual([[], [day]]);
    await sweep(leaves - 24 * hour + minute);
    expect(await reminders(broken)).toEqual([day]);
  });

  it('hears nothing that comes too late to be true', async () => {
    const eventId = await hall().numbered();
    const bought = await paid(eventId, { seats: ['1A'] });
    await sweep((await startOf(eventId)) - 30 * 60_000);
    expect((await due(bought)).map(([, , outcome]) => outcome)).toEqual(['late', 'late']);
    expect(await reminders(bought)).toEqual([]);
  });
});

describe('no reminder goes to', () => {
  it('whoever gave the tickets back', async () => {
    const eventId = await hall().numbered();
    const bought = await paid(eventId, { seats: ['1A'] });
    await asBuyer(bought, { path: 'refunds' });
    await until(bought, ({ state }) => state === 'REFUNDED');
    await sweep((await startOf(eventId)) - 24 * hour);
    expect(await reminders(bought)).toEqual([]);
  });

  it('the buyers of a departure that was cancelled', async () => {
    const eventId = await hall().numbered();
    const bought = await paid(eventId, { seats: ['1A'] });
    await departureDeed(house.manager, eventId);
    expect((await due(bought)).map(([, , outcome]) => outcome)).toEqual(['off', 'off']);
    await until(bought, ({ state }) => state === 'REFUNDED');
    await sweep((await startOf(eventId)) - 24 * hour);
    expect(await reminders(bought)).toEqual([]);
  });

  it('whoever stopped them by one click of the mail program, and no page load stops them', async () => {
    const email = buyer();
    const eventId = await hall().numbered();
    const bought = await paid(eventId, { seats: ['1A'] }, { customer: email, locale: 'en' });
    const leaves = await startOf(eventId);
    await sweep(leaves - 24 * hour);
    const [letter] = await eventually(
      () =>
        Promise.resolve(
          house.mailbox?.letters.to(email.email).filter(({ subject }) => /^Tomorrow/.test(subject)) ?? [],
        ),
      ({ length }) => length > 0,
    );
    const header = (wanted: string) =>
      letter?.headers.find(({ name }) => name.toLowerCase() === wanted)?.value ?? '';
    const url = /<([^>]+)>/.exec(header('list-unsubscribe'))?.[1] ?? '';
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const path = url.slice(url.indexOf('/api/'));
    expect((await ask(path)).body.data).toEqual({ number: bought.number, stopped: false });
    const answer = await fetch(`${baseUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { data: { number: bought.number, stopped: true } },
    ]);
    await sweep(leaves - 2 * hour);
    expect(await reminders(bought)).toEqual([day]);
  });
});

describe('a link that stops reminders', () => {
  it('is refused when it is not ours', async () => {
    const bought = await paid(await hall().numbered(), { seats: ['1A'] });
    const { pageUrl } = reminderLinks(strapi).of(bought.id, 'ru');
    const token = new URL(pageUrl).searchParams.get('token') ?? '';
    expect(new URL(pageUrl).pathname).toBe('/ru/reminders/stop');
    const stop = async (shown: string) =>
      (await ask('/api/reminders/stop', json('POST', { token: shown }))).status;
    expect(await stop(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toBe(404);
    expect(await stop('nothing')).toBe(404);
    expect((await ask('/api/reminders/stop', json('POST', {}))).status).toBe(404);
    expect((await ask('/api/reminders/stop?token=nothing')).status).toBe(404);
    expect((await ask('/api/reminders/stop', json('POST', { token, more: 1 }))).status).toBe(400);
    expect([await stop(token), await stop(token)]).toEqual([200, 200]);
  });
});
