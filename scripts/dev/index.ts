import { once } from 'node:events';
import { operatorError } from '../../database/operator-error.ts';
import { buildPackages } from '../compile/packages.ts';
import { reportFailure } from '../report-failure.ts';
import { startArguments } from '../start/arguments.ts';
import { openDatabase } from '../start/database.ts';
import { inFolder } from '../start/in-folder.ts';
import type { Opening } from '../start/opening.ts';
import { requirePorts } from '../start/preflight.ts';
import { seedEmptyDatabase } from '../start/preparation.ts';
import { processRows } from '../start/processes.ts';
import { step } from '../start/progress.ts';
import { resetFolder } from '../start/reset.ts';
import { runningEnvironment, settings } from '../start/settings.ts';
import { doorTable } from '../start/table.ts';
import { startPrefixed } from './prefixed-child.ts';
import { programs } from './programs.ts';

/** `npm run dev`: everything in one terminal, and an edit anywhere is running a few seconds later. */
async function dev({ args }: { args: string[] }): Promise<never> {
  const { reset, folder, season } = startArguments(args, 'npm run dev');
  return inFolder({ folder, season }, async (opening) => {
    if (reset) await resetFolder(folder);
    await keepReloading(opening);
  });
}

async function keepReloading(opening: Opening): Promise<void> {
  const { folder, signal } = opening;
  const chosen = settings(folder, 'development');
  const { env } = chosen;
  await requirePorts({ env, rows: processRows(env) });
  const database = await openDatabase(opening, env);
  const running = runningEnvironment({ folder, settings: chosen, databaseUrl: database.url });
  await step({ name: 'the packages are compiled', work: () => buildPackages(signal) });
  const season = env.sandbox.enabled ? opening.season : undefined;
  await seedEmptyDatabase({ running, databaseUrl: database.url, season, signal });
  signal.throwIfAborted();
  console.log(`\n${doorTable(env)}\n`);
  const children = programs({ env, running }).map(startPrefixed);
  opening.closers.push(async () => void (await Promise.all(children.map(({ stop }) => stop()))));
  const reason = await Promise.race([
    database.vanished,
    ...children.map(({ ended }) => ended),
    once(signal, 'abort'),
  ]);
  if (typeof reason === 'string') throw operatorError('CHILD_FAILED', reason);
}

await dev({ args: process.argv.slice(2) }).catch(reportFailure);
