import { cpSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startPostgres } from '../../../database/embedded.ts';
import { freePort, isPortFree } from '../../../database/port.ts';
import { root } from '../../root.ts';
import { startHouse, untilReady } from '../../test/e2e/house-under-test.ts';

const folder = mkdtempSync(join(tmpdir(), 'gangway-dev-'));
const dist = join(root, 'cms', 'dist');
const kept = join(folder, 'dist');
const running: { dev?: ReturnType<typeof startHouse> } = {};

// A build, and each process twice.
jest.setTimeout(900_000);

/** Strapi empties its dist when it develops; afterwards the production build lies there again. */
beforeAll(async () => {
  cpSync(dist, kept, { recursive: true, preserveTimestamps: true });
  await prepareDatabase();
});
afterAll(() => running.dev?.stop());
afterAll(() => {
  rmSync(dist, { recursive: true, force: true });
  cpSync(kept, dist, { recursive: true, preserveTimestamps: true });
  rmSync(folder, { recursive: true });
});

/** A database with something in it gets no season, which this test has no use for. */
async function prepareDatabase() {
  const server = await startPostgres({ dataDir: join(folder, 'postgres'), port: 0 });
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query('create table not_empty ()');
  await client.end();
  await server.stop();
}

function touch(...path: string[]) {
  const now = new Date();
  utimesSync(join(root, ...path), now, now);
}

describe('npm run dev', () => {
  it('reloads the cms and the sandbox when a package changes, and stops as a whole', async () => {
    const ports = {
      CMS_PORT: await freePort(),
      STOREFRONT_PORT: await freePort(),
      SANDBOX_PORT: await freePort(),
      SANDBOX_SMTP_PORT: await freePort(),
      DATABASE_PORT: await freePort(),
    };
    const env = Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)]));
    const dev = startHouse({ folder, env, command: 'dev' });
    running.dev = dev;
    const ready = () => untilReady(`http://127.0.0.1:${ports.CMS_PORT}/readyz`);

    await dev.said('Watching for file changes');
    await dev.said('the sandbox is open');
    await ready();
    await untilReady(`http://localhost:${ports.STOREFRONT_PORT}/ru`);
    const boots = dev.output().split('Loading Strapi\n').length - 1;
    touch('plugins', 'kit', 'src', 'index.ts');
    await dev.said('Loading Strapi\n', boots + 1);
    // An edit that changes nothing is compiled to nothing new, so what the compiler would write is touched as well.
    touch('plugins', 'sandbox', 'dist', 'main.js');
    await dev.said('the sandbox is open', 2);
    await ready();

    expect(await dev.stop()).toBe(0);
    const free = await Promise.all(Object.values(ports).map(isPortFree));
    expect(free).not.toContain(false);
  });
});
