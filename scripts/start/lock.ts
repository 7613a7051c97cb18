import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { operatorError } from '../../database/operator-error.ts';
import { commandLine } from '../../database/command-line.ts';

const holds = /scripts\/(start|dev)\//;

/**
 * Makes this process the only one that runs the house in `folder`.
 * @returns what gives the folder free again
 * @throws OperatorError ALREADY_RUNNING
 */
export function takeLock(folder: string): () => void {
  const file = join(folder, 'start.lock');
  const holder = holderOf(file);
  if (holder !== undefined) {
    throw operatorError(
      'ALREADY_RUNNING',
      `Gangway already runs in ${folder} (process ${holder}): use that one, or stop it with Ctrl-C or "kill ${holder}".`,
    );
  }
  rmSync(file, { force: true });
  writeFileSync(file, String(process.pid), { flag: 'wx' });
  return () => rmSync(file, { force: true });
}

/** The lock of a killed start has no holder: its number is free, or by now a stranger's. */
function holderOf(file: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return pid !== process.pid && holds.test(commandLine(pid) ?? '') ? pid : undefined;
  } catch {
    return undefined;
  }
}
