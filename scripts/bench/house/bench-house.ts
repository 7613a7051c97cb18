import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from '../../../database/embedded.ts';
import type { EmbeddedPostgres } from '../../../database/embedded.ts';
import type { EnvSource } from '../../../config/env.ts';
import { freePort } from '../../../database/port.ts';
import { root } from '../../root.ts';
import { startChild, untilItAnswers } from '../../start/child.ts';
import type { Child } from '../../start/child.ts';
import type { Scale } from '../scale.ts';
import { ask, databaseAt } from './ask.ts';
import { benchEnvironment } from './environment.ts';
import { readyTemplate } from './templates.ts';
import type { Contents } from './templates.ts';

/** A house as `npm start` opens it, with a database that writes through to the disk. */
export interface BenchHouse {
  folder: string;
  databaseUrl: string;
  cmsUrl: string;
  sandboxUrl: string;
  /** Whose processor time and memory is measured. */
  pids: { cms: number; database: number };
  /** A copy of the run's database as it was at the beginning, for somebody else. */
  copyDatabase(name: string): Promise<string>;
  close(): Promise<void>;
}

export interface HouseWish {
  folder: string;
  scale: Scale;
  contents: Contents;
  fresh: boolean;
  say: (line: string) => void;
  signal: AbortSignal;
}

/** Opens the house on free ports; the packages are built. Whatever happens, nothing that was started stays. */
export async function openBenchHouse(wish: HouseWish): Promise<BenchHouse> {
  const { folder, fresh } = wish;
  if (fresh) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const dataDir = join(folder, 'postgres');
  const template = await makeData(wish, dataDir);
  const opened: { stop: () => Promise<unknown> }[] = [];
  const close = async () => {
    for (const { stop } of opened.reverse().splice(0)) await stop();
  };
  try {
    wish.signal.throwIfAborted();
    const database = await startPostgres({ dataDir, port: await freePort(), durable: true });
    opened.push(database);
    return { folder, ...(await openProcesses({ wish, template, database, opened })), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Nothing of it is worth a flush: it can be made again. */
async function makeData(wish: HouseWish, dataDir: string): Promise<string> {
  const server = await startPostgres({ dataDir, port: await freePort(), durable: false });
  try {
    return await readyTemplate({ ...wish, serverUrl: databaseAt(server.url, 'postgres') });
  } finally {
    await server.stop();
    // What is still in the cache of the system would be written out while we measure.
    spawnSync('sync');
  }
}

interface Opening {
  wish: HouseWish;
  template: string;
  database: EmbeddedPostgres;
  opened: { stop: () => Promise<unknown> }[];
}

async function openProcesses({ wish, template, database, opened }: Opening) {
  const { folder, signal } = wish;
  const copyDatabase = (name: string) => copy(database.url, { name, template });
  const databaseUrl = await copyDatabase('run');
  opened.push({ stop: () => dropped(database.url, 'run') });
  const shop = await startShop({ folder, databaseUrl, signal, opened });
  const pids = { cms: shop.cmsPid, database: database.pid };
  return { databaseUrl, cmsUrl: shop.cmsUrl, sandboxUrl: shop.sandboxUrl, pids, copyDatabase };
}

export interface ShopWish {
  /** Of its logs and files. */
  folder: string;
  databaseUrl: string;
  signal: AbortSignal;
  /** What was started is put here, whatever happens. */
  opened: { stop: () => Promise<unknown> }[];
}

/** cms and its gateway on free ports. */
export async function startShop({ folder, databaseUrl, signal, opened }: ShopWish) {
  const ports = { cms: await freePort(), sandbox: await freePort(), smtp: await freePort() };
  const environment = benchEnvironment({ folder, ports, databaseUrl });
  const cmsUrl = `http://127.0.0.1:${ports.cms}`;
  const sandboxUrl = `http://127.0.0.1:${ports.sandbox}`;
  const start = (row: ProcessFile) => startProcess({ ...row, folder, environment, opened });
  const sandbox = start({ name: 'sandbox', cwd: 'plugins/sandbox', file: 'dist/main.js' });
  await untilItAnswers({ child: sandbox, url: `${sandboxUrl}/healthz`, signal });
  const cms = start({ name: 'cms', cwd: 'cms', file: 'dist/src/main.js' });
  await untilItAnswers({ child: cms, url: `${cmsUrl}/readyz`, signal });
  return { cmsUrl, sandboxUrl, cmsPid: cms.pid };
}

interface ProcessFile {
  name: string;
  cwd: string;
  file: string;
}

type Started = ProcessFile & { folder: string; environment: EnvSource; opened: Opening['opened'] };

function startProcess({ name, cwd, file, folder, environment, opened }: Started): Child {
  const at = join(root, cwd);
  const logFile = join(folder, 'logs', `${name}.log`);
  const child = startChild({ title: name, file: join(at, file), cwd: at, env: environment, logFile });
  opened.push({ stop: () => child.stop(4_000) });
  return child;
}

async function copy(url: string, { name, template }: { name: string; template: string }): Promise<string> {
  await dropped(url, name);
  await ask(url, `create database ${name} template ${template} strategy file_copy`);
  await ask(databaseAt(url, name), 'checkpoint');
  return databaseAt(url, name);
}

async function dropped(url: string, name: string): Promise<void> {
  await ask(databaseAt(url, 'postgres'), `drop database if exists ${name} with (force)`);
}
