import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { WebSocket } from 'ws';
import { freePort } from '../../database/port.ts';
import { patience, until } from '../../cms/src/frame/tests/processes/cms-process.ts';
import type { CmsProcess } from '../../cms/src/frame/tests/processes/cms-process.ts';
import { adminPassword, asOurselves, openSeason, shiftClock } from './fixtures/season-house.ts';
import type { SeasonHouse } from './fixtures/season-house.ts';
import { ask, lock, newSession, numberedDepartures, order, unlock } from './fixtures/shop-questions.ts';
import type { Card, Departure, Seat } from './fixtures/shop-questions.ts';

jest.setTimeout(patience);

const [day, minute] = [86_400_000, 60_000];
let house: SeasonHouse;
let a: CmsProcess;
let b: CmsProcess;
let departures: Departure[];

beforeAll(async () => {
  house = await openSeason();
  [a, b] = await Promise.all([house.start(await shopWithoutGateway()), house.start()]);
  departures = await numberedDepartures(a);
}, 3 * patience);
afterAll(() => house?.close());

/** It can begin payments, and nobody answers there: the attempt is kept, and so are its places. */
const shopWithoutGateway = async () => ({
  ...{ YOOKASSA_SHOP_ID: '100500', PAYMENTS_YOOKASSA_SECRET_KEY: 'test_For-two-processes-and-nothing-else' },
  SANDBOX_PORT: String(await freePort()),
});

/** A departure that no other test uses. */
function ownDeparture(): Departure {
  const one = departures.pop();
  if (!one) throw new Error('The season has too few departures with numbered places.');
  return one;
}

const statusOf = async (cms: CmsProcess, { id }: Departure, seat: string): Promise<string | undefined> => {
  const { body } = await ask<{ seats: Seat[] }>(cms, `/api/events/${id}/seats`);
  return body.data.seats.find(({ seatCode }) => seatCode === seat)?.status;
};

describe('two processes on one database', () => {
  it('know one hold: what one gave the other sees, adds to, refuses to others, gives back and sells', async () => {
    const event = ownDeparture();
    const [one = '', two = ''] = event.seats;
    const [mine, other] = [newSession(), newSession()];
    const first = await lock(a, event.id, { sessionId: mine, seats: [one] });
    expect(first.status).toBe(200);
    await until(
      () => statusOf(b, event, one),
      (status) => status === 'reserved',
    );
    const refused = await lock(b, event.id, { sessionId: other, seats: [one] });
    expect([refused.status, refused.body.error.code]).toEqual([409, 'SEAT_TAKEN']);
    const more = await lock(b, event.id, { sessionId: mine, seats: [two] });
    expect(more.body.data.holdId).toBe(first.body.data.holdId);
    expect([...more.body.data.seats].sort()).toEqual([one, two].sort());
    expect((await unlock(b, event.id, { sessionId: mine, seats: [one] })).status).toBe(200);
    expect((await lock(a, event.id, { sessionId: other, seats: [one] })).status).toBe(200);
    const ordered = await order(b, mine);
    expect([ordered.status, ordered.body.data.lines[0]?.quantity]).toEqual([201, 1]);
  });

  it('give a seat to one of those who ask both at once', async () => {
    const event = ownDeparture();
    for (const seat of event.seats.slice(0, 10)) {
      const answers = await Promise.all(
        [a, b, a, b].map((cms) => lock(cms, event.id, { sessionId: newSession(), seats: [seat] })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    }
  });

  it('answer one Idempotency-Key that comes to both at once with the same bytes and one order', async () => {
    const event = ownDeparture();
    const before = await ordered();
    for (const seat of event.seats.slice(0, 8)) {
      const sessionId = newSession();
      const held = await lock(a, event.id, { sessionId, seats: [seat] });
      const key = `both-${sessionId}`;
      const answers = await Promise.all([a, b, a, b].map((cms) => order(cms, sessionId, key)));
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
      const rows = await house.sql(
        'select 1 from orders o join holds h on h.order_id = o.document_id where h.id = $1',
        [held.body.data.holdId],
      );
      expect(rows).toHaveLength(1);
    }
    expect(await ordered()).toBe(before + 8);
  });

  it('show a place that one of them gave on the live seat map of the other', async () => {
    const event = ownDeparture();
    const [seat = ''] = event.seats;
    const seats = new Map<string, string>();
    const socket = new WebSocket(`${b.url.replace('http', 'ws')}/ws/seatmap?event=${event.id}`);
    const changes = new Set<() => void>();
    socket.on('message', (data) => {
      for (const [code, status] of (JSON.parse(String(data)) as { seats: [string, string][] }).seats)
        seats.set(code, status);
      for (const look of changes) look();
    });
    const shows = (status: string) =>
      new Promise<void>((done) => {
        const look = () => seats.get(seat) === status && done();
        changes.add(look);
        look();
      });
    await shows('free');
    const sessionId = newSession();
    await lock(a, event.id, { sessionId, seats: [seat] });
    await shows('reserved');
    await unlock(a, event.id, { sessionId, seats: [seat] });
    await shows('free');
    socket.terminate();
  });

  it('list what was edited or taken through the other', async () => {
    const event = ownDeparture();
    const left = async (cms: CmsProcess) =>
      (await ask<Card>(cms, `/api/events/${event.id}`)).body.data.availability.left;
    const before = await left(b);
    await lock(a, event.id, { sessionId: newSession(), seats: event.seats.slice(0, 2) });
    await until(
      () => left(b),
      (now) => now === before - 2,
    );
    const path = `/content-manager/collection-types/api::catalog.event/${event.id}`;
    const saved = await ask(a, path, {
      method: 'PUT',
      body: { state: 'closed' },
      headers: await asAdministrator(a),
    });
    expect([saved.status, saved.body.error]).toEqual([200, undefined]);
    const listed = async () => (await ask<Card>(b, `/api/events/${event.id}`)).body.data.availability.status;
    await until(listed, (status) => status === 'closed');
  });

  it('end a log-in in both', async () => {
    const letters = await readLetters(house.smtpPort);
    const person = { email: 'anna@example.org', password: 'a ship on the Volga' };
    const asked = await ask(a, '/api/auth/local/register', {
      body: { ...person, fullName: 'Anna Petrova', consents: ['personal-data'] },
    });
    expect(asked.status).toBe(202);
    const confirmation = await letters.token;
    const confirmed = await ask<{ session: { jwt: string } }>(b, '/api/auth/email-confirmation?locale=en', {
      body: { confirmation },
    });
    const headers = { authorization: `Bearer ${confirmed.body.data.session.jwt}` };
    expect((await ask(a, '/api/me', { headers })).status).toBe(200);
    expect((await ask(b, '/api/me', { headers })).status).toBe(200);
    expect((await ask(a, '/api/auth/logout', { body: {}, headers })).status).toBe(200);
    expect((await ask(b, '/api/me', { headers })).status).toBe(401);
    letters.close();
  });

  it('count limits that protect people together, and the others at most twice', async () => {
    const lookups = await inTurn(12, (cms) =>
      ask(cms, '/api/orders/lookup', { body: { number: 'GW-000000', email: 'anna@example.org' } }),
    );
    expect(lookups.filter((status) => status !== 429)).toHaveLength(5);
    const sessionId = newSession();
    const orders = await inTurn(60, (cms) => order(cms, sessionId));
    const taken = orders.filter((status) => status !== 429).length;
    expect(taken).toBeGreaterThanOrEqual(20);
    expect(taken).toBeLessThanOrEqual(40);
  });

  it('keep the places of a payment that began in the other when their first time is over', async () => {
    const event = ownDeparture();
    const [paying = '', waiting = ''] = event.seats;
    const [payer, waiter] = [newSession(), newSession()];
    await lock(a, event.id, { sessionId: payer, seats: [paying] });
    await lock(a, event.id, { sessionId: waiter, seats: [waiting] });
    const { body } = await order(a, payer);
    const { id: orderId, accessToken } = body.data;
    const asked = { orderId, accessToken, method: 'yookassa', returnUrl: 'http://localhost:4321/en' };
    const started = await ask(a, '/api/payments', { body: asked });
    expect([started.status, started.body.error.code]).toEqual([503, 'PAYMENT_UNAVAILABLE']);
    await shiftClock(a, 20 * minute);
    await until(
      () => statusOf(b, event, waiting),
      (status) => status === 'free',
    );
    expect(await statusOf(b, event, paying)).toBe('reserved');
    const refused = await lock(b, event.id, { sessionId: newSession(), seats: [paying] });
    expect([refused.status, refused.body.error.code]).toEqual([409, 'SEAT_TAKEN']);
    expect((await lock(b, event.id, { sessionId: newSession(), seats: [waiting] })).status).toBe(200);
  });

  it('live by one clock, and a cron runs once for both', async () => {
    await house.sql(`create table cron_runs (at timestamptz default clock_timestamp())`);
    await house.sql(
      `create function count_cron() returns trigger language plpgsql as $$ begin
         if (select identifier from graphile_worker._private_tasks where id = new.task_id) = 'catalog.make-departures'
         then insert into public.cron_runs default values; end if; return new; end $$`,
    );
    await house.sql(
      `create trigger count_cron after insert on graphile_worker._private_jobs for each row execute function count_cron()`,
    );
    const offset = async (cms: CmsProcess) =>
      (await ask<{ offsetMs: number }>(cms, '/api/internal/clock', { headers: asOurselves })).body.data
        .offsetMs;
    for (const [round, mover] of [a, b, a, b].entries()) {
      await shiftClock(mover, day);
      const moved = await offset(mover);
      for (const cms of [a, b])
        await until(
          () => offset(cms),
          (ms) => ms === moved,
        );
      await until(cronRuns, (runs) => runs > round);
    }
    // Whoever was late in a round has swept in the next.
    expect(await cronRuns()).toBe(4);
  });

  it('are a door and a worker when they are told so', async () => {
    const worker = await house.start({ GANGWAY_ROLE: 'worker' });
    expect((await ask(worker, '/readyz')).status).toBe(200);
    expect((await ask(worker, '/api/events')).status).toBe(404);
    worker.kill('SIGTERM');
    expect(await worker.exited).toBe(0);
  });
});

/** A mail server that waits for a letter with a link. */
async function readLetters(port: number): Promise<{ token: Promise<string>; close: () => void }> {
  const found: { tell?: (token: string) => void } = {};
  const token = new Promise<string>((done) => void (found.tell = done));
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _, done) =>
      void tokenIn(stream).then((given) => {
        if (given) found.tell?.(given);
        done();
      }),
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return { token, close: () => server.close() };
}

async function tokenIn(letter: AsyncIterable<Buffer>): Promise<string | undefined> {
  const { text = '' } = await PostalMime.parse(await buffer(letter));
  return /[?&]token=([\w.-]+)/.exec(text)?.[1];
}

const ordered = async (): Promise<number> => {
  const [row] = await house.sql<{ count: number }>('select count(*)::int from orders');
  return row?.count ?? 0;
};

const cronRuns = async (): Promise<number> => {
  const [row] = await house.sql<{ count: number }>('select count(*)::int from cron_runs');
  return row?.count ?? 0;
};

/** The statuses of so many questions, one process after the other. */
async function inTurn(
  count: number,
  question: (cms: CmsProcess) => Promise<{ status: number }>,
): Promise<number[]> {
  const statuses: number[] = [];
  for (let index = 0; index < count; index++) statuses.push((await question(index % 2 ? a : b)).status);
  return statuses;
}

async function asAdministrator(cms: CmsProcess): Promise<Record<string, string>> {
  const { body } = await ask<{ token: string }>(cms, '/admin/login', {
    body: { email: 'admin@gangway.example', password: adminPassword },
  });
  return { authorization: `Bearer ${body.data.token}` };
}
