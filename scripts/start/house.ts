import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ownEnvironment, readEnv } from '../../config/env.ts';
import type { Env, EnvSource } from '../../config/env.ts';
import { startPostgres } from '../../database/embedded.ts';
import { operatorError } from '../../database/operator-error.ts';
import { buildPackages } from '../build/packages.ts';
import { buildPanel, panelIsFresh } from '../build/panel.ts';
import { root } from '../root.ts';
import { runCommand } from '../run-command.ts';
import { keptSecrets, withDemoSecrets } from '../secrets.ts';
import { seedState } from '../seed/seed-state.ts';
import { startChild, untilItAnswers } from './child.ts';
import { houseMark, rememberProcesses, stopLeftovers } from './leftovers.ts';
import { requireDatabase, requirePorts } from './preflight.ts';
import { processRows } from './processes.ts';
import type { ProcessRow } from './processes.ts';
import { step } from './progress.ts';

export interface House {
  env: Env;
  /** Resolves with a sentence when a process goes that nobody asked to. */
  vanished: Promise<string>;
}

interface Opening {
  folder: string;
  signal: AbortSignal;
  /** Everything that was started puts its end here; the last one is ended first. */
  closers: (() => Promise<void>)[];
}

/**
 * Opens the house in `folder`: database, build, season, processes, each only where needed.
 * @throws OperatorError with the sentence for the operator; what was started by then stands in `closers`
 */
export async function openHouse(opening: Opening): Promise<House> {
  const { source, env } = settings(opening.folder);
  await stopLeftovers(opening.folder);
  const rows = processRows(env);
  await requirePorts({ env, rows });
  const database = await openDatabase(opening, env);
  const running = runningEnvironment({
    opening,
    source,
    databaseUrl: database.url,
    embedded: env.databaseEmbedded,
  });
  await step('the packages are compiled', () => buildPackages(opening.signal));
  opening.signal.throwIfAborted();
  await prepare({ opening, env, running, databaseUrl: database.url });
  const processes = await startProcesses({ opening, env, rows, running });
  return { env, vanished: Promise.race([database.vanished, ...processes]) };
}

/** Our own variables, with demo secrets in the gaps as long as this is a demonstration. */
function settings(folder: string): { source: EnvSource; env: Env } {
  const own: EnvSource = { ...ownEnvironment(), NODE_ENV: 'production' };
  if (own.SANDBOX === 'off') return { source: own, env: readEnv(own) };
  const source = withDemoSecrets({ source: own, secrets: keptSecrets(folder) });
  return { source, env: readEnv(source) };
}

async function openDatabase(opening: Opening, env: Env): Promise<{ url: string; vanished: Promise<string> }> {
  if (!env.databaseEmbedded) {
    await requireDatabase(env.databaseUrl);
    return { url: env.databaseUrl, vanished: new Promise(() => undefined) };
  }
  const dataDir = join(opening.folder, 'postgres');
  const server = await step('PostgreSQL answers', () => startPostgres({ dataDir, port: env.databasePort }));
  opening.closers.push(server.stop);
  const sentence = `PostgreSQL ended: see ${join(dataDir, 'postgres.log')}, then start again.`;
  return { url: server.url, vanished: server.exited.then(() => sentence) };
}

interface Running {
  opening: Opening;
  source: EnvSource;
  databaseUrl: string;
  embedded: boolean;
}

/** What every process of the house is started with. */
function runningEnvironment({ opening, source, databaseUrl, embedded }: Running): EnvSource {
  const files = source.FILES_DIR || join(opening.folder, 'files');
  mkdirSync(join(files, 'uploads'), { recursive: true });
  return {
    ...source,
    ...(embedded ? { DATABASE_URL: databaseUrl } : {}),
    ...{ GANGWAY_ENV_FILE: 'off', FILES_DIR: files, TZ: 'UTC' },
    ...{ STRAPI_TELEMETRY_DISABLED: 'true', STRAPI_DISABLE_EE: 'true' },
  };
}

interface Preparation {
  opening: Opening;
  env: Env;
  running: EnvSource;
  databaseUrl: string;
}

/** The panel and the season do not need each other, and a first start is long. */
async function prepare({ opening, env, running, databaseUrl }: Preparation): Promise<void> {
  const panel = step(
    'the admin panel is built',
    buildPanel,
    'the admin panel, about half a minute when it changed',
  );
  const season = env.sandbox.enabled ? seedOnce({ opening, running, databaseUrl }) : undefined;
  const results = await Promise.allSettled([panel, season]);
  const failure = results.find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
  opening.signal.throwIfAborted();
}

const buildChangedPanel = (signal: AbortSignal): Promise<void> =>
  step('the admin panel is built', () => buildPanel(signal), 'building the admin panel, about half a minute');

async function seedOnce({ opening, running, databaseUrl }: Omit<Preparation, 'env'>): Promise<void> {
  const state = await seedState(databaseUrl);
  if (state === 'finished' || state === 'foreign') return;
  await step(
    'the demo season is in place',
    () => seed({ opening, running }),
    'seeding the demo season, once, about half a minute',
  );
}

async function seed({ opening, running }: { opening: Opening; running: EnvSource }): Promise<void> {
  const file = join(root, 'scripts', 'seed', 'index.ts');
  const { ok, output } = await runCommand({ file, env: running, signal: opening.signal });
  if (ok) return;
  throw operatorError(
    'SEED_FAILED',
    `${output.trim()}\nThe demo season was not finished: start again, or "npm start -- --reset".`,
  );
}

async function startProcesses(work: { opening: Opening; env: Env; rows: ProcessRow[]; running: EnvSource }) {
  const { folder, closers, signal } = work.opening;
  const children = work.rows.map((row) => ({ row, child: launch({ row, folder, env: work.running }) }));
  rememberProcesses(
    folder,
    children.map(({ child }) => child.pid),
  );
  const graceMs = work.env.stopGraceSeconds * 1_000;
  closers.push(async () => void (await Promise.all(children.map(({ child }) => child.stop(graceMs)))));
  await Promise.all(
    children.map(({ row, child }) =>
      step(`${row.title.toLowerCase()} answers`, () => untilItAnswers({ child, url: row.readyUrl, signal })),
    ),
  );
  return children.map(({ child }) => child.ended);
}

const launch = ({ row, folder, env }: { row: ProcessRow; folder: string; env: EnvSource }) =>
  startChild({
    title: row.title,
    file: row.file,
    args: [houseMark(folder)],
    cwd: row.cwd,
    env,
    logFile: join(folder, 'logs', `${row.name}.log`),
  });
