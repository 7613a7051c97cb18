import { sentenceOf } from '../report-failure.ts';
import { takeLock } from './lock.ts';
import type { Opening } from './opening.ts';
import { requireFolder } from './preflight.ts';
import { stopRequest } from './stop-request.ts';

/**
 * Does `work` as the only one in the folder, closes what it opened, the last first, and ends the process: with 0 when
 * it was asked to stop, with 1 and a sentence when something went wrong.
 */
export async function inFolder(
  { folder, season }: Pick<Opening, 'folder' | 'season'>,
  work: (opening: Opening) => Promise<void>,
): Promise<never> {
  const opening: Opening = { folder, season, signal: stopRequest(), closers: [] };
  const failure = await attempt(opening, work).catch((error: unknown) => ({ error }));
  // What breaks after a wish to stop breaks because of it.
  if (failure === undefined || opening.signal.aborted) process.exit(0);
  console.error(sentenceOf(failure.error));
  process.exit(1);
}

async function attempt(opening: Opening, work: (opening: Opening) => Promise<void>): Promise<undefined> {
  requireFolder(opening.folder);
  const release = takeLock(opening.folder);
  try {
    await work(opening);
  } finally {
    for (const close of opening.closers.reverse()) await close();
    release();
  }
}
