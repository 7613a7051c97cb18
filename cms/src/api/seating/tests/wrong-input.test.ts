import { clock } from '@gangway/kit';
import { ask, codeOf, json } from '../../../frame/tests/caller.ts';
import { update, refresh } from '../../catalog/tests/stage.ts';
import { countedClaims, lock, lockBest, seatsOf, unlock } from './ask-places.ts';
import { buildHall, type Hall, newSession } from './hall.ts';

const hour = 3_600_000;

describe('a wrong lock', () => {
  let hall: Hall;
  let [numbered, general, adult] = ['', '', ''];
  const sessionId = newSession();

  beforeAll(async () => {
    hall = await buildHall();
    [numbered, general] = [await hall.numbered(), await hall.general()];
    adult = hall.adult.documentId;
  });

  afterEach(() => clock.reset());

  const afterwards = async () => [await countedClaims(numbered), await countedClaims(general)];
  const untouched = [
    { held: 0, sold: 0 },
    { held: 0, sold: 0 },
  ];

  it.each([
    ['no session', { seats: ['1A'] }],
    ['a short session', { sessionId: 'short', seats: ['1A'] }],
    ['a session with other characters', { sessionId: `${newSession()} '--`, seats: ['1A'] }],
    ['a session that is a number', { sessionId: 1e20, seats: ['1A'] }],
    ['nothing asked for', { sessionId }],
    ['no seats', { sessionId, seats: [] }],
    ['seats that are no list', { sessionId, seats: '1A' }],
    ['a seat that is no text', { sessionId, seats: [1] }],
    [
      'more seats than any ship sells at once',
      { sessionId, seats: Array.from({ length: 101 }, (_, at) => `s${at}`) },
    ],
    ['no quantities', { sessionId, quantities: {} }],
    ['a zone that is no text', { sessionId, seats: ['1A'], zone: 5 }],
  ])('is invalid input: %s', async (_what, body) => {
    expect(await lock(numbered, body)).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
    expect(await afterwards()).toEqual(untouched);
  });

  it.each([0, -1, 1.5, '2', null, 1e9])('is invalid input: a quantity of %p', async (quantity) => {
    expect(await lock(general, { sessionId, quantities: { [adult]: quantity } })).toMatchObject({
      ...{ status: 400, code: 'INVALID_INPUT' },
    });
    expect(await afterwards()).toEqual(untouched);
  });

  it('is told of a thousand tickets that they are too many', async () => {
    expect(await lock(general, { sessionId, quantities: { [adult]: 1000 } })).toMatchObject({
      ...{ status: 422, code: 'TOO_MANY_PLACES' },
    });
    expect(await lockBest(numbered, { sessionId, count: 1000 })).toMatchObject({
      status: 409,
      code: 'SOLD_OUT',
    });
    expect(await afterwards()).toEqual(untouched);
  });

  it('has no fields of its own', async () => {
    for (const call of [lock, unlock, lockBest])
      expect(await call(numbered, { sessionId, seats: ['1A'], count: 1, price: 0 })).toMatchObject({
        ...{ status: 400, code: 'UNKNOWN_FIELD' },
      });
  });

  it.each([
    ['malformed JSON', '{"sessionId":', 'application/json', [400, 'MALFORMED_JSON']],
    ['a form', 'sessionId=1', 'application/x-www-form-urlencoded', [415, 'UNSUPPORTED_MEDIA_TYPE']],
    ['no body', '', 'application/json', [400, 'INVALID_INPUT']],
    ['a list', '[]', 'application/json', [400, 'INVALID_INPUT']],
  ])('is refused as %s', async (_what, body, type, answer) => {
    const init = { method: 'POST', headers: { 'content-type': type }, body };
    expect(await codeOf(`/api/events/${numbered}/seats/lock`, init)).toEqual(answer);
  });

  it.each(['lock', 'unlock'])('of an unknown departure is not found: %s', async (verb) => {
    const body = { sessionId, seats: ['1A'] };
    for (const id of ['nothing', 'x'.repeat(500), '1%27%20or%20%271%27=%271', '..%2F..'])
      expect(await codeOf(`/api/events/${id}/seats/${verb}`, json('POST', body))).toEqual([404, 'NOT_FOUND']);
    expect(await codeOf('/api/events/nothing/best-available', json('POST', { sessionId, count: 1 }))).toEqual(
      [...[404, 'NOT_FOUND']],
    );
    expect(await codeOf('/api/events/nothing/seats')).toEqual([404, 'NOT_FOUND']);
  });

  it('of seats that the plan does not have names them', async () => {
    const seats = ['1A', '9Z', `'; drop table holds`, '<b>1</b>'];
    expect(await lock(numbered, { sessionId, seats })).toMatchObject({
      ...{ status: 422, code: 'UNKNOWN_SEAT' },
      details: { seats: seats.slice(1) },
    });
    expect(await lock(general, { sessionId, seats: ['1A'] })).toMatchObject({
      status: 422,
      code: 'UNKNOWN_SEAT',
    });
    expect(await afterwards()).toEqual(untouched);
  });

  it('of types and zones that are not sold names them', async () => {
    const other = { sessionId, quantities: { [adult]: 1, nobody: 1, [`' or 1=1`]: 2 } };
    expect(await lock(general, other)).toMatchObject({
      ...{ status: 422, code: 'UNKNOWN_TICKET_TYPE' },
      details: { ticketTypes: ['nobody', `' or 1=1`] },
    });
    const quantities = { [adult]: 1 };
    for (const [eventId, zone, zones] of [
      [general, 'bow', []],
      [numbered, 'bow', ['open']],
      [numbered, '<i>', ['open']],
    ] as const)
      expect(await lock(eventId, { sessionId, quantities, zone })).toMatchObject({
        ...{ status: 422, code: 'UNKNOWN_ZONE' },
        details: { zones },
      });
    expect(await lockBest(numbered, { sessionId, count: 1, zone: 'nowhere' })).toMatchObject({
      code: 'SOLD_OUT',
    });
    expect(await afterwards()).toEqual(untouched);
  });

  it('before, after and outside of the sale is refused with the reason', async () => {
    const soon = new Date(Date.now() + hour);
    const early = await hall.general({ salesStartAt: soon });
    const past = await hall.general();
    const cancelled = await hall.general();
    await update('catalog.event', { documentId: cancelled }, { state: 'cancelled' });
    await refresh();
    const take = (eventId: string) => lock(eventId, { sessionId: newSession(), quantities: { [adult]: 1 } });
    const closed = (reason: string) => ({ status: 409, code: 'SALES_CLOSED', details: { reason } });
    expect(await take(early)).toMatchObject(closed('not_yet'));
    expect(await take(cancelled)).toMatchObject(closed('cancelled'));
    clock.shiftBy(20 * 24 * hour);
    expect(await take(past)).toMatchObject(closed('over'));
    expect(await lockBest(past, { sessionId, count: 1 })).toMatchObject(closed('over'));
  });

  it('by somebody else neither sees nor frees what a session holds', async () => {
    const [mine, theirs] = [newSession(), newSession()];
    await lock(numbered, { sessionId: mine, seats: ['2A'] });
    expect((await unlock(numbered, { sessionId: theirs, seats: ['2A'] })).held.seats).toEqual([]);
    expect((await unlock(numbered, { sessionId: theirs })).held.holdId).toBeNull();
    expect((await seatsOf(numbered, theirs)).seats['2A']).toBe('reserved');
    expect((await seatsOf(numbered, mine)).seats['2A']).toBe('selected');
    await unlock(numbered, { sessionId: mine });
  });

  it('may give its session in the header, and a wrong one there is invalid input', async () => {
    const headers = (session: string) => ({ 'gangway-session': session });
    expect((await lock(numbered, { seats: ['2B'] }, headers(newSession()))).status).toBe(200);
    expect(await lock(numbered, { seats: ['2C'] }, headers('short'))).toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(await codeOf(`/api/events/${numbered}/seats`, { headers: headers('?') })).toEqual([
      400,
      'INVALID_INPUT',
    ]);
    expect(await codeOf(`/api/events/${numbered}/seats?sessionId=${sessionId}`)).toEqual([
      400,
      'UNKNOWN_FILTER',
    ]);
  });

  it('with a wrong key is refused', async () => {
    const wrong = await lock(numbered, { sessionId, seats: ['2D'] }, { 'idempotency-key': 'a b' });
    expect(wrong).toMatchObject({ status: 400, code: 'INVALID_IDEMPOTENCY_KEY' });
  });

  it('thirty times a second is enough for a session', async () => {
    const asked = Array.from({ length: 40 }, () => unlock(numbered, { sessionId: newSession() }));
    expect((await Promise.all(asked)).every(({ status }) => status === 200)).toBe(true);
    const same = await Promise.all(Array.from({ length: 40 }, () => unlock(numbered, { sessionId })));
    expect(same.filter(({ code }) => code === 'RATE_LIMITED').length).toBeGreaterThanOrEqual(1);
    const limited = same.find(({ status }) => status === 429);
    expect(Number(limited?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  });

  it('is not kept anywhere as it was sent', async () => {
    const secret = newSession();
    await lock(numbered, { sessionId: secret, seats: ['2E'] });
    const { rows } = await strapi.db.connection.raw('select row_to_json(h)::text as text from holds h');
    expect(rows.some(({ text }: { text: string }) => text.includes(secret))).toBe(false);
    expect((await ask(`/api/events/${numbered}/seats`)).status).toBe(200);
  });
});
