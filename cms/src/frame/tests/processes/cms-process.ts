import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { childEnvironment } from '../../../../../config/env.ts';
import type { EnvSource } from '../../../../../config/env.ts';
import { generatedSecretNames } from '../../../../../config/variables.ts';
import { startPostgres } from '../../../../../database/embedded.ts';
import { freePort } from '../../../../../database/port.ts';

const builtMain = resolve(__dirname, '../../../../dist/src/main.js');
const secret = 'kept-for-process-tests-only';

export const internalToken = secret;

/** A test that fails leaves its processes; they go with its house. */
const started = new Set<ChildProcess>();

/** Boots of a whole cms; the slowest machine decides. */
export const patience = 300_000;

export interface CmsProcess {
  url: string;
  /** Everything it wrote so far. */
  output(): string;
  /** Resolves when it has written this. */
  wrote(text: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  /** The exit code, after everything it wrote has been read. */
  exited: Promise<number | null>;
}

export interface Start {
  databaseUrl: string;
  env?: EnvSource;
  main?: string;
  port?: number;
}

/** A cms process of its own, on the built code. */
export async function startCms({
  databaseUrl,
  env = {},
  main = builtMain,
  port,
}: Start): Promise<CmsProcess> {
  const own = port ?? (await freePort());
  const child = spawn(process.execPath, [main], { env: environment({ databaseUrl, port: own, env }) });
  started.add(child);
  const state = { output: '' };
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      state.output += chunk.toString();
      for (const look of waiting) look();
    });
  }
  const exited = new Promise<number | null>((done) => void child.once('close', done));
  const wrote = (text: string) =>
    new Promise<void>((done, fail) => {
      const look = () => state.output.includes(text) && done();
      waiting.add(look);
      void exited.then(() => fail(new Error(`It ended without "${text}":\n${state.output}`)));
      look();
    });
  return {
    url: `http://127.0.0.1:${own}`,
    output: () => state.output,
    wrote,
    kill: (signal) => void child.kill(signal),
    exited,
  };
}

export async function startReadyCms(start: Start): Promise<CmsProcess> {
  const cms = await startCms(start);
  await cms.wrote('"msg":"ready"');
  return cms;
}

export function environment({
  databaseUrl,
  port,
  env,
}: {
  databaseUrl: string;
  port: number;
  env: EnvSource;
}) {
  const secrets = Object.fromEntries(generatedSecretNames.map((name) => [name, secret]));
  return childEnvironment({
    ...{ ...secrets, APP_KEYS: `${secret},${secret}`, ADMIN_PASSWORD: '' },
    ...{ GANGWAY_ENV_FILE: 'off', NODE_ENV: 'production', SANDBOX: 'on', LOG_LEVEL: 'info' },
    METRICS_PORT: 'off',
    ...{ DATABASE_URL: databaseUrl, CMS_PORT: String(port), CMS_URL: '', PUBLIC_URL: '' },
    ...env,
  }) as NodeJS.ProcessEnv;
}

export interface House {
  databaseUrl: string;
  /** Scratch space, gone with the house. */
  folder: string;
  /** Another connection to the same database. */
  sql<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
  /** As a power cut of the server alone: nothing is asked, nothing is written out. */
  killDatabase(): Promise<void>;
  startDatabase(): Promise<void>;
  close(): Promise<void>;
}

/** A PostgreSQL and a folder of its own for one test file; `durable` where what was acknowledged must outlive a kill. */
export async function openHouse({ durable = false } = {}): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'gangway-cms-'));
  const data = { dataDir: join(folder, 'postgres'), port: await freePort(), durable };
  const state = { server: await startPostgres(data), client: new Client() };
  const { url } = state.server;
  const connect = async () => {
    state.client = new Client({ connectionString: url });
    state.client.on('error', () => undefined);
    await state.client.connect();
  };
  await connect();
  return {
    ...{ databaseUrl: url, folder },
    sql: async (text, values) => (await state.client.query(text, values)).rows,
    killDatabase: async () => {
      process.kill(state.server.pid, 'SIGKILL');
      await state.server.exited;
    },
    startDatabase: async () => {
      state.server = await startPostgres(data);
      await connect();
    },
    close: async () => {
      for (const child of started) child.kill('SIGKILL');
      await state.client.end();
      await state.server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Asks again until the answer satisfies; jest bounds it. */
export async function until<Answer>(ask: () => Promise<Answer>, satisfies: (answer: Answer) => boolean) {
  for (;;) {
    const answer = await ask();
    if (satisfies(answer)) return answer;
    await pause(20);
  }
}

/** Resolves when some query of the cms waits for a lock that we hold. */
export async function untilBlocked({ sql }: Pick<House, 'sql'>): Promise<void> {
  const waiting = await sql(`select 1 from pg_locks where not granted`);
  if (waiting.length > 0) return;
  await pause(10);
  await untilBlocked({ sql });
}
