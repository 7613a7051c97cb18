import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { operatorError } from '../../database/operator-error.ts';
import { stopLeftovers } from './leftovers.ts';

/** What a start keeps in its folder, by name: a reset removes nothing else. */
const kept = ['postgres', 'files', 'logs', 'sandbox', 'secrets.env'];

/**
 * Forgets the data, pictures, secrets and logs of this folder. A database behind DATABASE_URL is not touched.
 * @throws OperatorError FOLDER_NOT_WRITABLE
 */
export async function resetFolder(folder: string): Promise<void> {
  await stopLeftovers(folder);
  for (const name of kept) forget(join(folder, name));
}

function forget(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch (cause) {
    throw operatorError(
      'FOLDER_NOT_WRITABLE',
      `Gangway cannot forget ${path}, where this user may not write: give the user the folder.`,
      cause,
    );
  }
}
