import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { TestEnvironment } from 'jest-environment-node';
import { childEnvironment } from '../../../config/env.ts';
import { freePort } from '../../../database/port.ts';
import { bootStrapi } from './boot-strapi.ts';
import { leaveNothingToDo } from './leave-nothing-to-do.ts';
import { createDatabase, templateDatabase } from './test-database.ts';
import { testHouse } from './test-house.ts';

interface House {
  strapi: Core.Strapi;
  databaseUrl: string;
  baseUrl: string;
  smtpPort: number;
}

const requireOutside = createRequire(import.meta.url);
const workerEnds = 2;

/** With classes of its own the sandbox would hand Strapi dates that are no `instanceof Date` there. */
const sharedClasses = { Date, Map, Set, RegExp, Error };

/** One Strapi and one database per jest worker, whatever the number of its test files. */
const houses = new Map<'here', Promise<House>>();

function house(): Promise<House> {
  const known = houses.get('here') ?? open();
  houses.set('here', known);
  return known;
}

async function open(): Promise<House> {
  const {
    GANGWAY_TEST_SERVER: server = '',
    GANGWAY_TEST_FOLDER: folder = '',
    JEST_WORKER_ID = '1',
  } = childEnvironment();
  const name = `worker_${JEST_WORKER_ID}`;
  const databaseUrl = await createDatabase({ server, name, template: templateDatabase });
  const port = await freePort();
  const smtpPort = await freePort();
  const sandboxPort = await freePort();
  const strapi = await bootStrapi({
    databaseUrl,
    filesDir: join(folder, 'files'),
    port,
    smtpPort,
    sandboxPort,
  });
  await new Promise<void>((done) => void strapi.server.listen(port, '127.0.0.1', done));
  testHouse.set({ strapi });
  leaveWithTheWorker();
  return { strapi, databaseUrl, baseUrl: `http://127.0.0.1:${port}`, smtpPort };
}

/** A worker that still listens would be killed with a warning; jest says in a message when it is done with it. */
function leaveWithTheWorker(): void {
  process.on('message', (message: unknown) => {
    if (Array.isArray(message) && message[0] === workerEnds) process.exit(0);
  });
}

export default class StrapiEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    const hadOthers = houses.has('here');
    const opened = await house();
    if (hadOthers) await leaveNothingToDo(opened.strapi);
    Object.assign(this.global, opened, sharedClasses, { requireOutside });
  }
}
