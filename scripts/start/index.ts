import { once } from 'node:events';
import { operatorError } from '../../database/operator-error.ts';
import { sentenceOf } from '../report-failure.ts';
import { startArguments } from './arguments.ts';
import { openHouse } from './house.ts';
import { takeLock } from './lock.ts';
import type { Opening } from './opening.ts';
import { requireFolder } from './preflight.ts';
import { seconds } from './progress.ts';
import { resetFolder } from './reset.ts';
import { stopRequest } from './stop-request.ts';
import { doorTable } from './table.ts';

/** `npm start`: opens the house, tells where it is, keeps it open until it is asked to stop. */
async function start(signal: AbortSignal): Promise<void> {
  const { reset, folder, season } = startArguments(process.argv.slice(2));
  requireFolder(folder);
  const releaseLock = takeLock(folder);
  const closers: Opening['closers'] = [];
  try {
    if (reset) await resetFolder(folder);
    await keepOpen({ folder, season, signal, closers });
  } finally {
    for (const close of closers.reverse()) await close();
    releaseLock();
  }
}

async function keepOpen(opening: Opening): Promise<void> {
  const began = performance.now();
  const house = await openHouse(opening).catch(unlessStopped(opening.signal));
  if (!house || opening.signal.aborted) return console.log('Stopping…');
  console.log(
    `\n${doorTable(house.env)}\n\nOpen after ${seconds(performance.now() - began)}. Ctrl-C closes everything.`,
  );
  const reason = await Promise.race([house.vanished, once(opening.signal, 'abort')]);
  console.log('Stopping…');
  if (typeof reason === 'string') throw operatorError('CHILD_FAILED', reason);
}

/** What breaks after a wish to stop breaks because of it. */
const unlessStopped = (signal: AbortSignal) => (error: unknown) => {
  if (!signal.aborted) throw error;
  return undefined;
};

try {
  await start(stopRequest());
  process.exit(0);
} catch (error) {
  console.error(sentenceOf(error));
  process.exit(1);
}
