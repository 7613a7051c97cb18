import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { patience } from '../../cms/src/frame/tests/processes/cms-process.ts';
import type { CmsProcess } from '../../cms/src/frame/tests/processes/cms-process.ts';
import { openBalancer } from './fixtures/balancer.ts';
import type { Balancer } from './fixtures/balancer.ts';
import type { Seen } from './fixtures/constant-load.ts';
import { openSeason } from './fixtures/season-house.ts';
import type { SeasonHouse } from './fixtures/season-house.ts';
import { lock, newSession, numberedDepartures, order } from './fixtures/shop-questions.ts';
import type { Departure } from './fixtures/shop-questions.ts';

const rounds = 3;
let house: SeasonHouse;
let balancer: Balancer;
let load: ChildProcess | undefined;
const tried: string[] = [];

beforeAll(async () => {
  house = await openSeason();
  balancer = await openBalancer();
}, 3 * patience);
afterAll(async () => {
  load?.kill('SIGKILL');
  await balancer?.close();
  await house?.close();
});

/** Buyers and readers in a process of their own; what they saw comes when they are told to stop. */
function begin(departures: Departure[]): () => Promise<Seen> {
  const child = fork(join(__dirname, 'fixtures', 'constant-load.ts'), { silent: true });
  load = child;
  child.send({ url: balancer.url, departures });
  return () =>
    new Promise((done, fail) => {
      child.once('message', (seen) => done(seen as Seen));
      child.once('exit', (code) => fail(new Error(`The load ended with ${code}.`)));
      child.send('stop');
    });
}

/** One more process that takes requests. */
async function another(): Promise<CmsProcess> {
  const cms = await house.start({ STOP_DELAY_SECONDS: '10', RATE_LIMIT_TRUSTED: '127.0.0.1/32' });
  balancer.add(cms.url);
  await balancer.until(cms.url, true);
  return cms;
}

/** Those that ask for nothing but a name: tried with one place of each. */
async function simpleDepartures(shop: { url: string }): Promise<Departure[]> {
  const simple: Departure[] = [];
  for (const event of await numberedDepartures(shop)) {
    const sessionId = newSession();
    await lock(shop, event.id, { sessionId, seats: event.seats.splice(0, 1) });
    const { status, body } = await order(shop, sessionId);
    if (status !== 201) continue;
    simple.push(event);
    tried.push(body.data.id);
  }
  return simple;
}

/** A reader of the live seat map who has seen its first frame; `closed` tells with which word it is let go. */
async function reader({ url }: CmsProcess, { id }: Departure): Promise<{ closed: Promise<number> }> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/ws/seatmap?event=${id}`);
  await once(socket, 'message');
  return { closed: once(socket, 'close').then(([code]) => Number(code)) };
}

describe('a rolling restart under load', () => {
  it(
    'fails no request and sells nothing twice',
    async () => {
      const running = [await another(), await another()];
      const departures = await simpleDepartures({ url: balancer.url });
      const end = begin(departures);
      for (let round = 0; round < rounds; round++) {
        running.push(await another());
        const old = running.shift() as CmsProcess;
        const { closed } = await reader(old, departures[0] as Departure);
        old.kill('SIGTERM');
        expect(await old.exited).toBe(0);
        expect(await closed).toBe(1001);
        expect(old.output()).not.toMatch(/cut (off|short)|"level":"(error|fatal)"/);
      }
      const seen = await end();
      expect(seen.failed).toEqual([]);
      expect(balancer.lost).toEqual([]);
      expect(seen.answered).toBeGreaterThan(rounds * 50);
      expect(seen.orders.length).toBeGreaterThan(rounds * 5);
      const orders = await house.sql<{ id: string; holds: number }>(
        `select o.document_id as id, count(h.id)::int as holds
           from orders o left join holds h on h.order_id = o.document_id group by o.document_id`,
      );
      expect(new Map(orders.map(({ id, holds }) => [id, holds]))).toEqual(
        new Map([...tried, ...seen.orders].map((id) => [id, 1])),
      );
    },
    5 * patience,
  );
});
