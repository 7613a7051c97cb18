import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { childEnvironment } from '../../../config/env.ts';
import type { EnvSource } from '../../../config/env.ts';
import { startPostgres } from '../../../database/embedded.ts';
import type { EmbeddedOptions, EmbeddedPostgres } from '../../../database/embedded.ts';
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
  sandboxUrl: string;
  gateway: Gateway;
  /** What the sandbox recorded. */
  journalFile: string;
  killCms(): Promise<void>;
  startCms(): Promise<void>;
  /** As a power cut of the server alone: nothing is asked, nothing is written out. */
  killDatabase(): Promise<void>;
  startDatabase(): Promise<void>;
  /** Moves business time of all processes. */
  shiftClock(ms: number): Promise<void>;
  close(): Promise<void>;
}

interface Running {
  database: EmbeddedPostgres;
  cms?: Child;
  sandbox?: Child;
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
  const running: Running = { database: await startPostgres(data) };
  const environment = { ...houseEnvironment({ folder, ports, databaseUrl: running.database.url }), ...env };
  await seed(environment);
  const cmsUrl = `http://127.0.0.1:${ports.cms}`;
  const sandboxUrl = `http://127.0.0.1:${ports.sandbox}`;
  const startCms = async () => {
    running.cms = child({ name: 'cms', file: 'cms/dist/src/main.js', folder, environment });
    await untilItAnswers({
      child: running.cms,
      url: `${cmsUrl}/readyz`,
      signal: new AbortController().signal,
    });
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
    gateway: gatewayAt({ url: `${sandboxUrl}/yookassa`, shop: { shopId, secretKey } }),
    journalFile: join(folder, 'sandbox', 'journal.jsonl'),
    killCms: () => kill(running.cms),
    killDatabase: () => killServer(running.database),
    startDatabase: async () => void (running.database = await startAgain(data)),
    shiftClock: (ms) => shiftClock({ cmsUrl, token: environment['INTERNAL_TOKEN'] ?? '', ms }),
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

/** Sessions of the killed server take a moment to notice, and as long as one lives the data are in use. */
async function startAgain(data: EmbeddedOptions, tries = 20): Promise<EmbeddedPostgres> {
  try {
    return await startPostgres(data);
  } catch (error) {
    if (tries === 0) throw error;
    await pause(100);
    return startAgain(data, tries - 1);
  }
}

async function shiftClock({ cmsUrl, token, ms }: { cmsUrl: string; token: string; ms: number }) {
  const response = await fetch(`${cmsUrl}/api/internal/clock`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ shiftMs: ms }),
  });
  if (!response.ok) throw new Error(`The clock was not moved: ${response.status} ${await response.text()}`);
}

async function close({ cms, sandbox, database }: Running): Promise<void> {
  await cms?.stop(5_000);
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
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
