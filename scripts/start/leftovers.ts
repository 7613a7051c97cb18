import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { stopAbandonedServer } from '../../database/abandoned-server.ts';
import { commandLine } from '../../database/command-line.ts';
import { signalGroup } from './signal-group.ts';

const pollMs = 50;

/** Names the house of this folder on the command line of its processes. */
export const houseMark = (folder: string): string => `--house=${folder}`;

/** Remembers who was started, for the case that we are killed before we can stop them. */
export const rememberProcesses = (folder: string, pids: number[]): void =>
  writeFileSync(listFile(folder), JSON.stringify(pids));

/** Ends what a killed start left running in this folder, those who write to the database before the database. */
export async function stopLeftovers(folder: string): Promise<void> {
  await stopProcesses(folder);
  await stopAbandonedServer(join(folder, 'postgres', 'data'));
}

async function stopProcesses(folder: string): Promise<void> {
  const file = listFile(folder);
  if (!existsSync(file)) return;
  const isOurs = (pid: number) => commandLine(pid)?.includes(houseMark(folder)) === true;
  for (const pid of remembered(file).filter(isOurs)) {
    signalGroup(pid, 'SIGKILL');
    while (isOurs(pid)) await pause(pollMs);
  }
  rmSync(file);
}

/** Numbers and nothing else, so that a list cut off while it was written does no harm. */
const remembered = (file: string): number[] =>
  [...readFileSync(file, 'utf8').matchAll(/\d+/g)].map(([pid]) => Number(pid));

const listFile = (folder: string): string => join(folder, 'processes.json');
