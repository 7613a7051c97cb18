import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseEnv } from 'node:util';
import { childEnvironment } from '../../../config/env.ts';
import type { EnvSource } from '../../../config/env.ts';
import { freePort } from '../../../database/port.ts';
import { root } from '../../root.ts';

const pollMs = 100;
const starter = (command: 'start' | 'dev') => join(root, 'scripts', command, 'index.ts');

/** How to reach the house that the tests run against. */
export interface HouseUnderTest {
  /** Data, logs and secrets of this house. */
  folder: string;
  /** The back office and the API, without a slash at the end. */
  url: string;
  sandboxUrl: string;
  /** The website. */
  siteUrl: string;
  email: string;
  password: string;
}

export interface OpenHouse extends HouseUnderTest {
  /** What it has said so far. */
  output: () => string;
  /** Ctrl-C; resolves with the exit code when all its processes are gone. */
  stop: () => Promise<number | null>;
  process: ChildProcess;
}

/** Starts the house as `npm start` does, in `folder`, on free ports. Rejects with what it said when it does not open. */
export async function openHouse({
  folder,
  env = {},
}: {
  folder: string;
  env?: EnvSource;
}): Promise<OpenHouse> {
  const ports = {
    CMS_PORT: await freePort(),
    STOREFRONT_PORT: await freePort(),
    SANDBOX_PORT: await freePort(),
    SANDBOX_SMTP_PORT: await freePort(),
    DATABASE_PORT: await freePort(),
  };
  const settings = Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)]));
  const child = startHouse({ folder, env: { ...settings, ...env } });
  await child.said('Ctrl-C closes everything');
  const secrets = parseEnv(readFileSync(join(folder, 'secrets.env'), 'utf8'));
  return {
    folder,
    url: `http://localhost:${ports.CMS_PORT}`,
    siteUrl: `http://localhost:${ports.STOREFRONT_PORT}`,
    sandboxUrl: `http://localhost:${ports.SANDBOX_PORT}`,
    email: 'admin@gangway.example',
    password: secrets.ADMIN_PASSWORD ?? '',
    ...child,
  };
}

interface Start {
  folder: string;
  env: EnvSource;
  args?: string[];
  command?: 'start' | 'dev';
}

/** The start itself, for tests of starts that go wrong. */
export function startHouse({ folder, env, args = [], command = 'start' }: Start) {
  const child = spawn(process.execPath, [starter(command), '--data', folder, ...args], {
    env: childEnvironment({ GANGWAY_ENV_FILE: 'off', ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  const output = () => chunks.join('');
  const exited = once(child, 'close').then(() => child.exitCode);
  const stop = () => {
    child.kill('SIGINT');
    return exited;
  };
  const said = (text: string, times = 1) => untilItSays({ child, output, text, times });
  return { process: child, output, exited, stop, said };
}

interface Waiting {
  child: ChildProcess;
  output: () => string;
  text: string;
  times: number;
}

/** Resolves when the text has been said so often, rejects with all that was said when the process ends before. */
function untilItSays({ child, output, text, times }: Waiting): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const look = () => {
      if (output().split(text).length <= times) return;
      child.stdout?.off('data', look);
      child.stderr?.off('data', look);
      resolve();
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.once('close', () => reject(new Error(`The house did not say "${text}" but:\n${output()}`)));
    look();
  });
}

/** Asks until the address answers with success. */
export async function untilReady(url: string): Promise<void> {
  while (!(await fetch(url).catch(() => undefined))?.ok) await pause(pollMs);
}
