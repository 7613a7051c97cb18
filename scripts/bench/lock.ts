import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from '../../database/command-line.ts';
import { operatorError } from '../../database/operator-error.ts';

/**
 * One bench at a time on one data folder; the lock of a killed one counts for nothing.
 * @returns what gives the folder free again
 * @throws OperatorError ALREADY_RUNNING
 */
export function takeBenchLock(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'bench.lock');
  const holder = holderOf(file);
  if (holder !== undefined)
    throw operatorError(
      'ALREADY_RUNNING',
      `A bench already runs in ${folder} (process ${holder}): wait for it.`,
    );
  rmSync(file, { force: true });
  writeFileSync(file, String(process.pid), { flag: 'wx' });
  return () => rmSync(file, { force: true });
}

function holderOf(file: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return pid !== process.pid && commandLine(pid)?.includes('scripts/bench/') ? pid : undefined;
  } catch {
    return undefined;
  }
}
