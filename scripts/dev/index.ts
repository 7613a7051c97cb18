import { once } from 'node:events';
import { utimesSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { EnvSource } from '../../config/env.ts';
import { operatorError } from '../../database/operator-error.ts';
import { buildPackages, packageFolders } from '../compile/packages.ts';
import { root } from '../root.ts';
import { openDatabase } from '../start/database.ts';
import { inFolder } from '../start/in-folder.ts';
import type { Opening } from '../start/opening.ts';
import { requirePorts } from '../start/preflight.ts';
import { seedEmptyDatabase } from '../start/preparation.ts';
import { processRows } from '../start/processes.ts';
import { step } from '../start/progress.ts';
import { runningEnvironment, settings } from '../start/settings.ts';
import { doorTable } from '../start/table.ts';
import { startPrefixed } from './prefixed-child.ts';
import type { PrefixedOptions } from './prefixed-child.ts';

const folder = join(root, '.gangway');
const cms = join(root, 'cms');
const program = (path: string): string => join(root, 'node_modules', path);

/** `npm run dev`: everything in one terminal, and an edit anywhere is running a few seconds later. */
async function dev(opening: Opening): Promise<void> {
  const chosen = settings(folder, 'development');
  const rows = processRows(chosen.env);
  await requirePorts({ env: chosen.env, rows });
  const database = await openDatabase(opening, chosen.env);
  const running = runningEnvironment({ folder, settings: chosen, databaseUrl: database.url });
  await step({ name: 'the packages are compiled', work: () => buildPackages(opening.signal) });
  const season = chosen.env.sandbox.enabled ? opening.season : undefined;
  await seedEmptyDatabase({ running, databaseUrl: database.url, season, signal: opening.signal });
  opening.signal.throwIfAborted();
  console.log(`\n${doorTable(chosen.env)}\n`);
  const children = programs(running).map(startPrefixed);
  opening.closers.push(...children.map(({ stop }) => stop));
  const ended = await Promise.race([
    database.vanished,
    ...children.map((child) => child.ended),
    once(opening.signal, 'abort'),
  ]);
  if (typeof ended === 'string') throw operatorError('CHILD_FAILED', ended);
}

function programs(env: EnvSource): PrefixedOptions[] {
  const packages = packageFolders()
    .filter((path) => path !== cms)
    .map((path) => relative(root, path));
  const compiler = ['-b', ...packages, '--watch', '--preserveWatchOutput'];
  const sandbox = join(root, 'plugins', 'sandbox');
  return [
    {
      name: 'tsc',
      file: program('typescript/bin/tsc'),
      args: compiler,
      cwd: root,
      env,
      onLine: reloadAfterCompiling,
    },
    // Strapi looks for React in cms/package.json alone; here it stands once at the root.
    {
      name: 'cms',
      file: program('@strapi/strapi/bin/strapi.js'),
      args: ['develop'],
      cwd: cms,
      env: { ...env, USE_EXPERIMENTAL_DEPENDENCIES: 'true' },
    },
    {
      name: 'sandbox',
      flags: ['--watch', '--watch-preserve-output'],
      file: join(sandbox, 'dist', 'main.js'),
      cwd: sandbox,
      env,
    },
  ];
}

/** Strapi watches its own folder alone: a compiled package shows itself there as a file that was touched. */
function reloadAfterCompiling(line: string): void {
  const now = new Date();
  if (line.includes('Found 0 errors')) utimesSync(join(cms, 'src', 'index.ts'), now, now);
}

await inFolder({ folder, season: 'demo' }, dev);
