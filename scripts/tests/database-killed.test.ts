import { patience, until } from '../../cms/src/frame/tests/processes/cms-process.ts';
import type { CmsProcess } from '../../cms/src/frame/tests/processes/cms-process.ts';
import { openSeason, shiftClock } from './fixtures/season-house.ts';
import type { SeasonHouse } from './fixtures/season-house.ts';
import { ask, lock, newSession, numberedDepartures, order } from './fixtures/shop-questions.ts';
import type { Card, Departure } from './fixtures/shop-questions.ts';

const rounds = 2;
let house: SeasonHouse;
let cms: CmsProcess;
let departures: Departure[];

beforeAll(async () => {
  house = await openSeason({ durable: true });
  cms = await house.start({ METRICS_PORT: '0', RATE_LIMIT_TRUSTED: '127.0.0.1/32' });
  departures = await numberedDepartures(cms);
}, 3 * patience);
afterAll(() => house?.close());

const ready = async () => (await ask(cms, '/readyz')).status;

/** Buys seat after seat until the database is gone; answers with the orders that were acknowledged. */
async function buyUntil(gone: AbortSignal, event: Departure): Promise<string[]> {
  const acknowledged: string[] = [];
  while (!gone.aborted) {
    const seat = event.seats.pop();
    const sessionId = newSession();
    const held = seat && (await lock(cms, event.id, { sessionId, seats: [seat] }));
    if (!held || held.status !== 200) return acknowledged;
    const ordered = await order(cms, sessionId);
    if (ordered.status !== 201) return acknowledged;
    acknowledged.push(ordered.body.data.id);
  }
  return acknowledged;
}

async function metric(name: string): Promise<string | undefined> {
  const [, port] = /"port":(\d+),"msg":"metrics"/.exec(cms.output()) ?? [];
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return text.split('\n').find((line) => line.startsWith(`${name} `));
}

describe('PostgreSQL is killed while the shop runs', () => {
  it.each(Array.from({ length: rounds }, (_, round) => round + 1))(
    'the catalogue is read on, buyers are asked to come again, and everything mends itself: round %i',
    async () => {
      const event = departures.pop() as Departure;
      const list = await ask<unknown[]>(cms, '/api/events?pageSize=5');
      const gone = new AbortController();
      const buying = buyUntil(gone.signal, event);
      await until(
        () => house.sql('select 1 from orders o limit 1'),
        (rows) => rows.length > 0,
      );
      await house.killDatabase();
      gone.abort();
      const acknowledged = await buying;

      await until(ready, (status) => status === 503);
      expect((await ask(cms, '/readyz')).body.error.details['missing']).toContain('database');
      const still = await ask<unknown[]>(cms, '/api/events?pageSize=5');
      expect([still.status, still.body.data.length]).toEqual([200, list.body.data.length]);
      expect((await ask(cms, `/api/events/${event.id}`)).status).toBe(200);
      const refused = await lock(cms, event.id, { sessionId: newSession(), seats: event.seats.slice(-1) });
      expect([refused.status, refused.headers.get('retry-after'), refused.body.error.code]).toEqual([
        503,
        '5',
        'UNAVAILABLE',
      ]);
      expect(refused.body.error.message).toMatch(/\S/);
      expect(refused.text).not.toMatch(/ECONN|postgres|select|terminated/i);
      await until(
        () => metric('gangway_database_up'),
        (line) => line === 'gangway_database_up 0',
      );
      expect(await metric('gangway_holds_live')).toBeUndefined();

      await house.startDatabase();
      await until(ready, (status) => status === 200);
      await until(
        () => metric('gangway_database_up'),
        (line) => line === 'gangway_database_up 1',
      );
      const kept = await house.sql<{ id: string }>('select document_id as id from orders');
      expect(kept.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged));
      await listenAgain(event);
      await workAgain();
    },
    3 * patience,
  );

  it(
    'no promise was lost on the way, and the process can be stopped',
    async () => {
      expect(cms.output()).not.toMatch(/unhandledRejection|uncaughtException/);
      cms.kill('SIGTERM');
      expect(await cms.exited).toBe(0);
    },
    patience,
  );
});

/** A change that PostgreSQL tells of reaches the lists of the process. */
async function listenAgain({ id, seats }: Departure): Promise<void> {
  const left = async () => (await ask<Card>(cms, `/api/events/${id}`)).body.data.availability.left;
  const before = await left();
  const held = await lock(cms, id, { sessionId: newSession(), seats: seats.slice(0, 1) });
  expect(held.status).toBe(200);
  await until(left, (now) => now < before);
}

/** Sweeps run, a cron puts a job into the queue, and the job is worked off. */
async function workAgain(): Promise<void> {
  const lastRun = async () => {
    const [row] = await house.sql<{ at: Date }>(
      `select last_at as at from jobs_cron where name = 'catalog.make-departures'`,
    );
    return row?.at.getTime() ?? 0;
  };
  const before = await lastRun();
  await shiftClock(cms, 86_400_000);
  await until(lastRun, (at) => at > before);
  await until(
    () =>
      house.sql(`select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
                      where t.identifier = 'catalog.make-departures'`),
    (rows) => rows.length === 0,
  );
}
