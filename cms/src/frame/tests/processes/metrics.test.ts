import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { contracts } from '../../openapi/contracts.ts';
import { figureGroups, figuresStatement } from '../../metrics/house-figures.ts';
import { openHouse, startReadyCms, patience, until } from './cms-process.ts';
import type { CmsProcess, House } from './cms-process.ts';

jest.setTimeout(patience);

let house: House;
let cms: CmsProcess;
let address: string;
beforeAll(async () => {
  house = await openHouse();
  cms = await startReadyCms({ databaseUrl: house.databaseUrl, env: { METRICS_PORT: '0' } });
  address = `http://127.0.0.1:${metricsPort(cms)}/metrics`;
});
afterAll(() => house.close());

function metricsPort({ output }: CmsProcess): string {
  const [, port = ''] = /"port":(\d+),"msg":"metrics"/.exec(output()) ?? [];
  return port;
}

const scrape = async () => (await fetch(address)).text();

/** The value of a metric without labels; undefined when it is not told. */
const valueOf = (text: string, name: string): number | undefined => {
  const line = text.split('\n').find((one) => one.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.slice(name.length + 1));
};

const person = { email: 'anna.petrova@example.org', token: 'tok3n-of-the-letter' };

describe('the metrics of a process', () => {
  it('name requests by the templates of their routes, and no person and no address', async () => {
    const paths = [
      ...Array.from({ length: 40 }, (_, index) => `/api/events/no-such-${index}`),
      ...Array.from({ length: 40 }, (_, index) => `/nowhere/${index}`),
      `/api/orders/${person.email}`,
      `/api/nowhere/${person.email}`,
      `/uploads/${person.email}.webp`,
      `/api/events?q=${person.email}&token=${person.token}`,
    ];
    const headers = { authorization: `Bearer ${person.token}` };
    for (const path of paths) await (await fetch(cms.url + path, { headers })).text();
    const text = await scrape();
    const told = new Set(
      [...text.matchAll(/^gangway_http_requests_total\{route="([^"]+)"/gm)].map(([, route]) => route),
    );
    const known = new Set<string | undefined>([...contracts.map(({ path }) => path), 'unknown']);
    expect(told).toEqual(new Set([...told].filter((route) => known.has(route))));
    expect(told.size).toBeGreaterThan(3);
    expect(text).toMatch(
      /^gangway_http_requests_total\{route="\/api\/events\/:id",method="GET",status="404"\} 40$/m,
    );
    expect(text).toMatch(
      /^gangway_http_request_duration_seconds_bucket\{route="\/api\/events",method="GET",le="0.005"\}/m,
    );
    for (const secret of Object.values(person)) expect(text).not.toContain(secret);
  });

  it('tell what came of attempts at jobs, and how long they took', async () => {
    await house.sql(`select graphile_worker.add_job('notifications.attempt', '{"id":"nobody","attempt":1}')`);
    const job = 'job="notifications.attempt"';
    const text = await until(scrape, (one) => one.includes(`gangway_job_attempts_total{${job}`));
    expect(text).toContain(`gangway_job_attempts_total{${job},outcome="done"} 1\n`);
    expect(text).toContain(`gangway_job_duration_seconds_count{${job}} 1\n`);
  });

  it('tell the process, its pool and the state of the shop', async () => {
    const text = await scrape();
    expect(valueOf(text, 'gangway_database_up')).toBe(1);
    for (const { name } of figureGroups('postgres').flat())
      expect(valueOf(text, `gangway_${name}`)).toBeGreaterThanOrEqual(0);
    for (const state of ['used', 'free', 'waiting'])
      expect(text).toMatch(new RegExp(`^gangway_database_pool\\{state="${state}"\\} \\d+$`, 'm'));
    expect(valueOf(text, 'gangway_http_connections')).toBeGreaterThan(0);
    expect(valueOf(text, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
    expect(valueOf(text, 'nodejs_heap_size_used_bytes')).toBeGreaterThan(0);
    expect(text).toContain('# TYPE nodejs_gc_duration_seconds histogram');
  });

  it('of jobs are told by rows that exist, whichever driver hands them out', async () => {
    for (const driver of ['postgres', 'bull'] as const) {
      for (const group of figureGroups(driver)) {
        const [row = {}] = await house.sql<Record<string, number>>(figuresStatement(group), [new Date()]);
        expect(Object.keys(row)).toEqual(group.map(({ name }) => name));
      }
    }
  });

  it('would say that places were oversold, and that what makes it impossible is gone', async () => {
    expect(valueOf(await scrape(), 'gangway_oversell_guards_missing')).toBe(0);
    await house.sql(
      `alter table place_counters rename constraint place_counters_capacity to capacity_was_here`,
    );
    await house.sql(`alter table place_counters drop constraint capacity_was_here`);
    await house.sql(
      `insert into place_counters (event_id, pool, capacity, held, sold) values ('oversold', 'event', 5, 3, 4)`,
    );
    const text = await until(scrape, (one) => valueOf(one, 'gangway_oversell_guards_missing') === 1);
    expect(valueOf(text, 'gangway_oversold_places')).toBe(2);
  });

  it('answers a question for anything else with 404 or 405', async () => {
    expect((await fetch(address.replace('/metrics', '/'))).status).toBe(404);
    expect((await fetch(address, { method: 'POST' })).status).toBe(405);
  });

  it('of a taken port are not told, and the shop is open', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => taken.once('listening', done));
    const port = String((taken.address() as AddressInfo).port);
    const other = await startReadyCms({ databaseUrl: house.databaseUrl, env: { METRICS_PORT: port } });
    expect((await fetch(`${other.url}/readyz`)).status).toBe(200);
    expect(other.output()).toContain(`Metrics are not told: port ${port} is taken.`);
    other.kill('SIGTERM');
    expect(await other.exited).toBe(0);
    taken.close();
  });
});
