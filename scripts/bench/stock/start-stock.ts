import { fork } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { childEnvironment } from '../../../config/env.ts';
import { freePort } from '../../../database/port.ts';
import type { Contender } from '../bare/start-bare.ts';
import type { BenchHouse } from '../house/bench-house.ts';
import type { Readable } from '../load/scenarios/read.ts';
import { makeStockApp } from './make-app.ts';

const pageSize = 20;

/** Stock Strapi over a copy of the same data; what it writes at boot stays in the copy. */
export async function startStock({ folder, copyDatabase }: BenchHouse): Promise<Contender> {
  const port = await freePort();
  const appDir = join(folder, 'stock');
  makeStockApp(appDir, { databaseUrl: await copyDatabase('stock'), port });
  const log = openSync(join(folder, 'logs', 'stock.log'), 'w');
  const child = fork(join(import.meta.dirname, 'server.ts'), [appDir], {
    env: childEnvironment({ TZ: 'UTC', NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true' }),
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  await new Promise<void>((ready, fail) => {
    child.once('message', () => ready());
    child.once('exit', (code) =>
      fail(new Error(`Stock Strapi ended with ${code}: see ${folder}/logs/stock.log.`)),
    );
  });
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => void child.kill('SIGKILL') };
}

/** What a page of the list needs of a departure, in Strapi's own words. */
const needed = [
  ...['[activity][fields][0]=title', '[activity][fields][1]=slug', '[activity][fields][2]=summary'],
  ...['[vessel][fields][0]=name', '[berth][fields][0]=name', '[berth][fields][1]=slug'],
]
  .map((part) => `&populate${part}`)
  .join('');

/** Lists and cards, half and half. */
export function stockAddresses(ids: readonly string[]): Readable[] {
  const locales = ['ru', 'en', 'zh-Hans'];
  const lists = locales.flatMap((locale) =>
    Array.from({ length: 30 }, (_, index): Readable => {
      const page = index + 1;
      const paged = `pagination[page]=${page}&pagination[pageSize]=${pageSize}&sort=startAt`;
      const path = `/api/events?locale=${locale}&${paged}${needed}`;
      return { path, kind: 'list', expect: { kind: 'stock list', page, pageSize, locale } };
    }),
  );
  const cards = ids.slice(0, lists.length).map((id): Readable => ({
    ...{ path: `/api/events/${id}?populate=*`, kind: 'card' },
    expect: { kind: 'stock card', id },
  }));
  return [...lists, ...cards];
}
