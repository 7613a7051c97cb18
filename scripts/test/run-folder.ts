import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stopAbandonedServer } from '../../database/abandoned-server.ts';
import { root } from '../root.ts';

const runs = join(root, '.gangway', 'test');

/** A folder that belongs to this run of the tests alone; its name begins with our process id. */
export function newRunFolder(): string {
  mkdirSync(runs, { recursive: true });
  return mkdtempSync(join(runs, `${process.pid}-`));
}

/** Ends what is left of a run and removes its folder. */
export async function removeRunFolder(folder: string): Promise<void> {
  const servers = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    ({ name }) => name === 'postmaster.pid',
  );
  for (const { parentPath } of servers) await stopAbandonedServer(parentPath);
  rmSync(folder, { recursive: true, force: true });
}

/** Removes the folders of runs that were killed before they could do it themselves. */
export async function sweepRunFolders(): Promise<void> {
  if (!existsSync(runs)) return;
  const left = readdirSync(runs).filter((name) => !isAlive(Number.parseInt(name, 10)));
  for (const name of left) await removeRunFolder(join(runs, name));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
