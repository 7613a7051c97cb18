import { hashToken } from '@gangway/kit';
import { metrics } from '../../../frame/metrics/registry.ts';
import { countedClaims, countersOf, lock, lockBest, type PlacesAnswer } from './ask-places.ts';
import { buildHall, type Hall, newSession } from './hall.ts';

const sql = (statement: string, bindings: unknown[] = []) =>
  strapi.db.connection.raw(statement, bindings as never);

/** How many transactions have answered locks so far, and how many locks. */
async function batches(): Promise<{ count: number; requests: number }> {
  const { values = [] } = (await metrics.getSingleMetric('gangway_seating_batch_size')?.get()) ?? {};
  const named = (end: string) =>
    values.find((value) => 'metricName' in value && String(value.metricName).endsWith(end))?.value ?? 0;
  return { count: named('_count'), requests: named('_sum') };
}

const words = (answers: readonly PlacesAnswer[]) =>
  answers.map(({ status, code }) => [status, code].filter(Boolean).join(' '));
const count = (answers: readonly PlacesAnswer[], word: string) =>
  words(answers).filter((one) => one === word).length;

describe('a rush for one departure', () => {
  let hall: Hall;
  let adult: Record<string, number>;
  const key = () => ({ 'idempotency-key': newSession() });

  beforeAll(async () => {
    hall = await buildHall();
    adult = { [hall.adult.documentId]: 1 };
  });

  it('is answered by few transactions, each caller for itself', async () => {
    const eventId = await hall.general({ capacity: 40 });
    const before = await batches();
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => lock(eventId, { sessionId: newSession(), quantities: adult })),
    );
    const after = await batches();
    expect(after.requests - before.requests).toBe(40);
    expect(after.count - before.count).toBeLessThan(20);
    expect(new Set(answers.map(({ held }) => held.holdId)).size).toBe(40);
    expect(await countedClaims(eventId)).toEqual({ held: 40, sold: 0 });
    expect(await countersOf(eventId)).toMatchObject([{ held: 40 }]);
  });

  it('gives the last places to those who came first, and tells the others how many are left', async () => {
    const eventId = await hall.general({ capacity: 40 });
    const ask = (places: number) =>
      lock(eventId, { sessionId: newSession(), quantities: { [hall.adult.documentId]: places } });
    const answers = await Promise.all(Array.from({ length: 60 }, (_, at) => ask(1 + (at % 3))));
    const given = answers.filter(({ status }) => status === 200);
    const places = given.reduce((sum, { held }) => sum + (held.quantities[hall.adult.documentId] ?? 0), 0);
    expect(places).toBe(40);
    expect(given.length + count(answers, '409 SOLD_OUT')).toBe(60);
    expect(await countersOf(eventId)).toMatchObject([{ capacity: 40, held: 40 }]);
  });

  it('refuses what cannot be had without touching what can', async () => {
    const eventId = await hall.numbered();
    const [taken, best] = [newSession(), newSession()];
    await lock(eventId, { sessionId: taken, seats: ['1A'] });
    const answers = await Promise.all([
      lock(eventId, { sessionId: newSession(), seats: ['1A', '2A'] }),
      lock(eventId, { sessionId: newSession(), seats: ['2A'] }),
      lock(eventId, { sessionId: newSession(), seats: ['2A', '2B'] }),
      lock(eventId, { sessionId: newSession(), seats: ['9Z'] }),
      lock(eventId, { sessionId: newSession(), quantities: { [hall.adult.documentId]: 6 }, zone: 'open' }),
      lock(eventId, { sessionId: newSession(), quantities: { [hall.adult.documentId]: 13 }, zone: 'open' }),
      lockBest(eventId, { sessionId: best, count: 3, zone: 'stern' }),
      lock(eventId, { sessionId: newSession(), seats: ['T1'] }),
    ]);
    expect(words(answers)).toEqual([
      ...['409 SEAT_TAKEN', '200', '409 SEAT_TAKEN', '422 UNKNOWN_SEAT', '409 SOLD_OUT'],
      ...['422 TOO_MANY_PLACES', '200', '200'],
    ]);
    expect([answers[0]?.details, answers[4]?.details]).toEqual([
      { seats: ['1A'] },
      { left: 5, zone: 'open' },
    ]);
    expect(answers[7]?.held.seats).toEqual(['T1', 'T2', 'T3', 'T4']);
    expect(await countedClaims(eventId)).toEqual({ held: 9, sold: 0 });
  });

  it('keeps an answer for each key, refusals too', async () => {
    const eventId = await hall.general({ capacity: 3 });
    const calls = Array.from({ length: 6 }, () => ({ sessionId: newSession(), headers: key() }));
    const ask = () =>
      Promise.all(
        calls.map(({ sessionId, headers }) => lock(eventId, { sessionId, quantities: adult }, headers)),
      );
    const first = await ask();
    expect([count(first, '200'), count(first, '409 SOLD_OUT')]).toEqual([3, 3]);
    await sql('delete from counter_claims where event_id = ?', [eventId]);
    await sql('update place_counters set held = 0 where event_id = ?', [eventId]);
    const again = await ask();
    expect(again.map(({ status, held, details }) => [status, held, details])).toEqual(
      first.map(({ status, held, details }) => [status, held, details]),
    );
    expect(await countedClaims(eventId)).toEqual({ held: 0, sold: 0 });
  });

  it('takes over what has died once for all of them, whoever has sent a key', async () => {
    const eventId = await hall.numbered();
    await lock(eventId, { sessionId: newSession(), seats: ['1A', '1B'] });
    const past = new Date(Date.now() - 60_000);
    for (const table of ['seating_claims', 'holds'])
      await sql(`update ${table} set expires_at = ? where event_id = ?`, [past, eventId]);
    const calls = Array.from({ length: 20 }, (_, at) => ({
      body: { sessionId: newSession(), seats: [at % 2 ? '1A' : '1B'] },
      headers: at % 3 ? key() : {},
    }));
    const answers = await Promise.all(calls.map(({ body, headers }) => lock(eventId, body, headers)));
    expect([count(answers, '200'), count(answers, '409 SEAT_TAKEN')]).toEqual([2, 18]);
    expect(await countedClaims(eventId)).toEqual({ held: 2, sold: 0 });
    expect(await countersOf(eventId)).toMatchObject([{ held: 2 }]);
  });

  const withTrigger = async (timing: string, body: string, work: () => Promise<void>) => {
    await sql(`create function break_holds() returns trigger language plpgsql as $$ begin ${body} end $$`);
    await sql(
      `create constraint trigger break_holds after insert on holds ${timing} for each row execute function break_holds()`,
    );
    try {
      await work();
    } finally {
      await sql('drop trigger break_holds on holds');
      await sql('drop function break_holds');
    }
  };

  it('lets nobody down because of one that fails: the others are answered one by one', async () => {
    const eventId = await hall.general({ capacity: 40 });
    const sessions = Array.from({ length: 20 }, newSession);
    const bad = hashToken(sessions[7] ?? '');
    const body = `if new.session_hash = '${bad}' then raise exception 'no'; end if; return new;`;
    await withTrigger('', body, async () => {
      const answers = await Promise.all(
        sessions.map((sessionId) => lock(eventId, { sessionId, quantities: adult }, key())),
      );
      expect(words(answers)[7]).toBe('500 INTERNAL');
      expect(count(answers, '200')).toBe(19);
    });
    expect(await countedClaims(eventId)).toEqual({ held: 19, sold: 0 });
  });

  it('has told nobody of a lock when the commit does not happen, and each key may try again', async () => {
    const eventId = await hall.general({ capacity: 40 });
    const calls = Array.from({ length: 20 }, () => ({ sessionId: newSession(), headers: key() }));
    const ask = () =>
      Promise.all(
        calls.map(({ sessionId, headers }) => lock(eventId, { sessionId, quantities: adult }, headers)),
      );
    const body = `if new.event_id = '${eventId}' then raise exception 'no commit'; end if; return new;`;
    await withTrigger('deferrable initially deferred', body, async () => {
      expect((await ask()).filter(({ status }) => status < 500)).toEqual([]);
    });
    expect(await countedClaims(eventId)).toEqual({ held: 0, sold: 0 });
    expect(count(await ask(), '200')).toBe(20);
    expect(count(await ask(), '200')).toBe(20);
    expect(await countedClaims(eventId)).toEqual({ held: 20, sold: 0 });
  });

  it('seats a herd side by side, each once', async () => {
    const eventId = await hall.numbered();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => lockBest(eventId, { sessionId: newSession(), count: 2 })),
    );
    expect([count(answers, '200'), count(answers, '409 SOLD_OUT')]).toEqual([15, 5]);
    const pairs = answers.filter(({ status }) => status === 200).map(({ held }) => held.seats);
    expect(new Set(pairs.flat()).size).toBe(30);
    for (const [left = '', right = ''] of pairs) expect(left[0]).toBe(right[0]);
  });
});
