import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { childEnvironment } from '../../../config/env.ts';
import type { EnvSource } from '../../../config/env.ts';
import { startPostgres } from '../../../database/embedded.ts';
import type { EmbeddedPostgres } from '../../../database/embedded.ts';
import { freePort } from '../../../database/port.ts';
import { root } from '../../root.ts';
import { runCommand } from '../../run-command.ts';
import { startChild, untilItAnswers } from '../../start/child.ts';
import type { Child } from '../../start/child.ts';
import { testSecrets } from '../../test/jest/test-secrets.ts';
import { gatewayAt } from './gateway.ts';
import type { Gateway } from './gateway.ts';

const shopId = '100500';

/** A house to break: a real database, cms and the outside world, each a process of its own that can be killed. */
export interface ProofHouse {
  folder: string;
  databaseUrl: string;
  cmsUrl: string;
  /** Where the shop answers: `cmsUrl`, and the twins that answer requests. */
  doors: readonly string[];
  sandboxUrl: string;
  gateway: Gateway;
  /** What the sandbox recorded. */
  journalFile: string;
  killCms(): Promise<void>;
  /** `env`: what this time is different. */
  startCms(env?: EnvSource): Promise<void>;
  /** Another cms on the same database, with a port of its own; it goes with the house. */
  openTwin(env: EnvSource): Promise<Twin>;
  /** As a power cut of the server alone: nothing is asked, nothing is written out. */
  killDatabase(): Promise<void>;
  startDatabase(): Promise<void>;
  /** Moves business time of all processes. */
  shiftClock(ms: number): Promise<void>;
  /** To this moment of business time, milliseconds; the outside world hears of it later, as it has clocks of its own. */
  setClock(at: number): Promise<void>;
  /** From here on the sandbox knows the time, also while there is no cms to be asked. */
  tellSandbox(): Promise<void>;
  businessNow(): Promise<number>;
  close(): Promise<void>;
}

export interface Twin {
  url: string;
  kill(): Promise<void>;
  start(): Promise<void>;
}

interface Running {
  database: EmbeddedPostgres;
  cms?: Child;
  sandbox?: Child;
  twins: Child[];
  doors: string[];
}

export interface HouseSettings {
  folder: string;
  /** Writes through to the disk, as in production. */
  durable: boolean;
  env?: EnvSource;
}

/** Opens a house with the small season on free ports; the packages are built. */
export async function openProofHouse({ folder, durable, env = {} }: HouseSettings): Promise<ProofHouse> {
  mkdirSync(folder, { recursive: true });
  const ports = { cms: await freePort(), sandbox: await freePort(), smtp: await freePort() };
  const data = { dataDir: join(folder, 'postgres'), port: await freePort(), durable };
  const running: Running = { database: await startPostgres(data), twins: [], doors: [] };
  const environment = { ...houseEnvironment({ folder, ports, databaseUrl: running.database.url }), ...env };
  await seed(environment);
  const cmsUrl = `http://127.0.0.1:${ports.cms}`;
  running.doors.push(cmsUrl);
  const sandboxUrl = `http://127.0.0.1:${ports.sandbox}`;
  const startCms = async (changes: EnvSource = {}) => {
    running.cms = await openCms({ folder, environment: { ...environment, ...changes }, url: cmsUrl });
  };
  running.sandbox = child({ name: 'sandbox', file: 'plugins/sandbox/dist/main.js', folder, environment });
  await untilItAnswers({
    child: running.sandbox,
    url: `${sandboxUrl}/healthz`,
    signal: new AbortController().signal,
  });
  await startCms();
  const secretKey = environment['PAYMENTS_YOOKASSA_SECRET_KEY'] ?? '';
  return {
    ...{ folder, databaseUrl: running.database.url, cmsUrl, sandboxUrl, startCms },
    get doors() {
      return running.doors;
    },
    openTwin: (changes) => openTwin({ folder, environment: { ...environment, ...changes }, running }),
    gateway: gatewayAt({ url: `${sandboxUrl}/yookassa`, shop: { shopId, secretKey } }),
    journalFile: join(folder, 'sandbox', 'journal.jsonl'),
    killCms: () => kill(running.cms),
    killDatabase: () => killServer(running.database),
    startDatabase: async () => void (running.database = await startPostgres(data)),
    ...clockOf({ cmsUrl, sandboxUrl, token: environment['INTERNAL_TOKEN'] ?? '' }),
    close: () => close(running),
  };
}

type Ports = { cms: number; sandbox: number; smtp: number };

function houseEnvironment(site: { folder: string; ports: Ports; databaseUrl: string }): EnvSource {
  const { folder, ports, databaseUrl } = site;
  mkdirSync(join(folder, 'files', 'uploads'), { recursive: true });
  return {
    ...testSecrets,
    ...{ GANGWAY_ENV_FILE: 'off', NODE_ENV: 'production', TZ: 'UTC', LOG_LEVEL: 'warn', SANDBOX: 'on' },
    ...{ STRAPI_TELEMETRY_DISABLED: 'true', STRAPI_DISABLE_EE: 'true', STOP_GRACE_SECONDS: '5' },
    ...{ DATABASE_URL: databaseUrl, FILES_DIR: join(folder, 'files'), SANDBOX_DIR: join(folder, 'sandbox') },
    ...{ CMS_PORT: String(ports.cms), SANDBOX_PORT: String(ports.sandbox) },
    ...{ SANDBOX_SMTP_PORT: String(ports.smtp), SMTP_URL: `smtp://127.0.0.1:${ports.smtp}` },
    ...{ YOOKASSA_SHOP_ID: shopId, RATE_LIMIT_TRUSTED: '127.0.0.1/32' },
  };
}

async function seed(environment: EnvSource): Promise<void> {
  const file = join(root, 'scripts', 'seed', 'index.ts');
  const env = childEnvironment({ ...environment, GANGWAY_ROLE: 'web' });
  const { ok, output } = await runCommand({ file, args: ['--variant=small'], env });
  if (!ok) throw new Error(`The season could not be seeded:\n${output}`);
}

async function openCms(work: { folder: string; environment: EnvSource; url: string }): Promise<Child> {
  const { url, ...rest } = work;
  const cms = child({ name: 'cms', file: 'cms/dist/src/main.js', ...rest });
  await untilItAnswers({ child: cms, url: `${url}/readyz`, signal: new AbortController().signal });
  return cms;
}

async function openTwin(site: { folder: string; environment: EnvSource; running: Running }): Promise<Twin> {
  const { folder, environment, running } = site;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const state: { cms?: Child } = {};
  const start = async () => {
    state.cms = await openCms({ folder, environment: { ...environment, CMS_PORT: String(port) }, url });
    running.twins.push(state.cms);
    if (environment['GANGWAY_ROLE'] !== 'worker') running.doors.push(url);
  };
  const end = () => {
    running.doors = running.doors.filter((door) => door !== url);
    return kill(state.cms);
  };
  await start();
  return { url, start, kill: end };
}

function child(work: { name: string; file: string; folder: string; environment: EnvSource }): Child {
  const { name, file, folder, environment } = work;
  const path = join(root, file);
  const cwd = join(root, name === 'cms' ? 'cms' : 'plugins/sandbox');
  const logFile = join(folder, 'logs', `${name}-${performance.now().toFixed(0)}.log`);
  return startChild({ title: name, file: path, cwd, env: environment, logFile });
}

/** By pid alone, so that nothing else of the group is asked first. */
async function kill(victim: Child | undefined): Promise<void> {
  if (!victim) return;
  process.kill(victim.pid, 'SIGKILL');
  await victim.ended;
}

async function killServer(database: EmbeddedPostgres): Promise<void> {
  process.kill(database.pid, 'SIGKILL');
  await database.exited;
}

function clockOf(door: { cmsUrl: string; sandboxUrl: string; token: string }) {
  const tellSandbox = async () => {
    // Its page reads the clock.
    await fetch(door.sandboxUrl).then((page) => page.text());
  };
  return {
    tellSandbox,
    shiftClock: async (ms: number) => {
      await askClock(door, { shiftMs: ms });
      await tellSandbox();
    },
    setClock: async (at: number) => void (await askClock(door, { now: new Date(at).toISOString() })),
    businessNow: () => askClock(door),
  };
}

/** Business time, after it was moved when a move is given. */
async function askClock(
  { cmsUrl, token }: { cmsUrl: string; token: string },
  move?: object,
): Promise<number> {
  const response = await fetch(`${cmsUrl}/api/internal/clock`, {
    method: move ? 'PUT' : 'GET',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(move && { body: JSON.stringify(move) }),
  });
  if (!response.ok) throw new Error(`The clock was not moved: ${response.status} ${await response.text()}`);
  const { data } = (await response.json()) as { data: { now: string } };
  return Date.parse(data.now);
}

async function close({ cms, sandbox, database, twins }: Running): Promise<void> {
  for (const one of [cms, ...twins]) await one?.stop(5_000);
  await sandbox?.stop(5_000);
  await database.stop();
}

/** Asks until the answer is true; the caller bounds it with the signal. */
export async function until(
  question: () => Promise<boolean>,
  { signal, everyMs = 100 }: { signal?: AbortSignal; everyMs?: number } = {},
): Promise<void> {
  while (!(await question())) {
    signal?.throwIfAborted();
    await pause(everyMs);
  }
}

/** One question to the database on a connection of its own. */
export async function ask<Row extends object>(
  databaseUrl: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: databaseUrl });
  // A server that is killed says so even before it is asked; the question fails by itself.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
