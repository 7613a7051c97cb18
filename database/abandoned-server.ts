import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandLine } from './command-line.ts';

const pollMs = 50;
const roundsPerSignal = 100;

/** The `cluster_name` of the server on this data folder: how we know our own server in the list of processes. */
export const clusterName = (data: string): string =>
  `gangway-${createHash('sha256').update(realpathSync(data)).digest('hex').slice(0, 16)}`;

/**
 * Ends the server that a killed start left running on this data folder, and removes a pid file whose number now
 * belongs to a stranger: PostgreSQL itself would take the stranger for a running server and refuse to start.
 */
export async function stopAbandonedServer(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  const name = clusterName(data);
  const command = commandLine(pid);
  // Hidden from us or gone: then PostgreSQL judges itself.
  if (command === undefined) return;
  if (command.includes(name)) await stop({ pid, name });
  rmSync(file, { force: true });
}

async function stop({ pid, name }: { pid: number; name: string }): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    process.kill(pid, signal);
    for (let round = 0; round < roundsPerSignal; round += 1) {
      if (!commandLine(pid)?.includes(name)) return;
      await pause(pollMs);
    }
  }
}
