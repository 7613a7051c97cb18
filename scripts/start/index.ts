import { once } from 'node:events';
import { operatorError } from '../../database/operator-error.ts';
import { reportFailure } from '../report-failure.ts';
import { startArguments } from './arguments.ts';
import { openHouse } from './house.ts';
import { inFolder } from './in-folder.ts';
import type { Opening } from './opening.ts';
import { seconds } from './progress.ts';
import { resetFolder } from './reset.ts';
import { doorTable } from './table.ts';

/** `npm start`: opens the house, tells where it is, keeps it open until it is asked to stop. */
async function start({ args }: { args: string[] }): Promise<never> {
  const { reset, folder, season } = startArguments(args);
  return inFolder({ folder, season }, async (opening) => {
    if (reset) await resetFolder(folder);
    await keepOpen(opening);
  });
}

async function keepOpen(opening: Opening): Promise<void> {
  const began = performance.now();
  const stopped = once(opening.signal, 'abort').then(() => console.log('Stopping…'));
  const { env, vanished } = await openHouse(opening);
  console.log(
    `\n${doorTable(env)}\n\nOpen after ${seconds(performance.now() - began)}. Ctrl-C closes everything.`,
  );
  const reason = await Promise.race([vanished, stopped]);
  if (reason !== undefined) throw operatorError('CHILD_FAILED', reason);
}

await start({ args: process.argv.slice(2) }).catch(reportFailure);
