import { setTimeout as pause } from 'node:timers/promises';
import { startPostgres } from './embedded.ts';
import type { EmbeddedOptions, EmbeddedPostgres } from './embedded.ts';

const pollMs = 100;
const patienceMs = 60_000;

/**
 * Starts a server that was killed, for tests and proofs: its sessions take a moment to notice, and as long as one lives
 * the data are in use.
 * @throws what the last try said
 */
export async function startAgain(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const over = performance.now() + patienceMs;
  for (;;) {
    try {
      return await startPostgres(options);
    } catch (error) {
      if (performance.now() > over) throw error;
    }
    await pause(pollMs);
  }
}
