import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { stopLeftovers } from './leftovers.ts';

/** What a start keeps in its folder, by name: a reset removes nothing else. */
const kept = ['postgres', 'files', 'logs', 'secrets.env'];

/** Forgets the data, pictures, secrets and logs of this folder. A database behind DATABASE_URL is not touched. */
export async function resetFolder(folder: string): Promise<void> {
  await stopLeftovers(folder);
  for (const name of kept) rmSync(join(folder, name), { recursive: true, force: true });
}
