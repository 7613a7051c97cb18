import { setTimeout as pause } from 'node:timers/promises';
import { startValkey } from '../../../../../database/valkey.ts';
import type { TestValkey } from '../../../../../database/valkey.ts';
import { openHouse, patience, startReadyCms } from './cms-process.ts';
import type { CmsProcess, House } from './cms-process.ts';

jest.setTimeout(patience);

const password = 'geheim';

let house: House;
let redis: TestValkey;
beforeAll(async () => {
  house = await openHouse();
  redis = await startValkey({ password });
});
afterAll(async () => {
  await house.close();
  await redis.close();
});

const start = (role: 'web' | 'worker', redisUrl: string) =>
  startReadyCms({
    databaseUrl: house.databaseUrl,
    env: { GANGWAY_ROLE: role, REDIS_URL: redisUrl, METRICS_PORT: 'off' },
  });

/** A job of a real name that gives up at once: its payload is none. */
const enqueue = () =>
  house.sql(`
    with stored as (
      insert into jobs_pending (name, payload, run_at, max_attempts, created_at, updated_at)
      values ('payments.check', '{"nothing":1}', now(), 1, now(), now())
    ) select pg_notify('jobs_pending', '')`);

const states = async () =>
  (
    await house.sql<{ state: string }>(
      `select state from jobs_pending where payload->>'nothing' is not null order by id`,
    )
  ).map(({ state }) => state);

async function until(question: () => Promise<boolean>): Promise<void> {
  while (!(await question())) await pause(50);
}

const readyz = async ({ url }: CmsProcess) => (await fetch(`${url}/readyz`)).status;

describe('cms with a Redis', () => {
  it('takes requests though Redis refuses it, and says why without the password', async () => {
    const web = await start('web', redis.url.replace(password, 'falsch'));
    await web.wrote('Redis does not answer');
    expect(await readyz(web)).toBe(200);
    expect(web.output()).toMatch(/WRONGPASS|NOAUTH/);
    expect(web.output()).not.toContain('falsch');
    await enqueue();

    const worker = await start('worker', redis.url);
    await until(async () => (await states())[0] === 'dead');
    expect(worker.output()).not.toContain('Redis does not answer');
    expect(await redis.send('EXISTS', 'gangway:jobs-known')).toBe(1);

    await redis.kill();
    await worker.wrote('Redis does not answer');
    expect([await readyz(worker), await readyz(web)]).toEqual([200, 200]);
    await enqueue();
    await until(async () => (await states())[1] === 'dead');

    for (const cms of [web, worker]) cms.kill('SIGTERM');
    expect(await Promise.all([web.exited, worker.exited])).toEqual([0, 0]);
    expect(worker.output()).not.toContain('cut short');
  });
});
