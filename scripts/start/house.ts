import { join } from 'node:path';
import type { Env, EnvSource } from '../../config/env.ts';
import { startChild, untilItAnswers } from './child.ts';
import type { Child } from './child.ts';
import { openDatabase } from './database.ts';
import { houseMark, rememberProcesses, stopLeftovers } from './leftovers.ts';
import type { Opening } from './opening.ts';
import { requirePorts } from './preflight.ts';
import { prepare } from './preparation.ts';
import { processRows } from './processes.ts';
import type { ProcessRow } from './processes.ts';
import { step } from './progress.ts';
import { runningEnvironment, settings, withoutSecrets } from './settings.ts';
import { stopPatienceMs } from './stop-patience.ts';

export interface House {
  env: Env;
  /** Resolves with a sentence when a process goes that nobody asked to. */
  vanished: Promise<string>;
}

/**
 * Opens the house: database, build, season, processes, each only where needed.
 * @throws OperatorError with the sentence for the operator; what was started by then stands in `closers`
 */
export async function openHouse(opening: Opening): Promise<House> {
  const { folder, signal } = opening;
  const chosen = settings(folder, 'production');
  const { env } = chosen;
  const rows = processRows(env);
  await stopLeftovers(folder);
  await requirePorts({ env, rows });
  const database = await openDatabase(opening, env);
  const running = runningEnvironment({ folder, settings: chosen, databaseUrl: database.url });
  await prepare({
    running,
    databaseUrl: database.url,
    season: env.sandbox.enabled ? opening.season : undefined,
    signal,
  });
  signal.throwIfAborted();
  const children = launchAll({ opening, env, rows, running });
  await Promise.all(rows.map((row, index) => untilOpen({ row, child: children[index], signal })));
  return { env, vanished: Promise.race([database.vanished, ...children.map(({ ended }) => ended)]) };
}

interface Launch {
  opening: Opening;
  env: Env;
  rows: ProcessRow[];
  running: EnvSource;
}

function launchAll({ opening, env, rows, running }: Launch): Child[] {
  const { folder, closers } = opening;
  const children = rows.map((row) => launch({ row, folder, running }));
  const patienceMs = stopPatienceMs(env);
  closers.push(async () => void (await Promise.all(children.map((child) => child.stop(patienceMs)))));
  const pids = children.map(({ pid }) => pid);
  rememberProcesses(folder, pids);
  return children;
}

const launch = ({ row, folder, running }: { row: ProcessRow; folder: string; running: EnvSource }): Child =>
  startChild({
    title: row.title,
    file: row.file,
    args: [houseMark(folder)],
    cwd: row.cwd,
    env: row.frontDoor ? withoutSecrets(running) : running,
    logFile: join(folder, 'logs', `${row.name}.log`),
  });

async function untilOpen({ row, child, signal }: { row: ProcessRow; child?: Child; signal: AbortSignal }) {
  if (!child) return;
  const work = () => untilItAnswers({ child, url: row.readyUrl, signal });
  await step({ name: `${row.title.toLowerCase()} answers`, work });
}
