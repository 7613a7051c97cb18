import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { operatorError } from './operator-error.ts';

/**
 * The folder of the uploaded pictures, made when it is not there.
 * @throws OperatorError FILES_FOLDER
 */
export function makeFilesFolder(folder: string): void {
  const uploads = join(folder, 'uploads');
  try {
    mkdirSync(uploads, { recursive: true });
    accessSync(uploads, constants.W_OK);
  } catch {
    throw operatorError(
      'FILES_FOLDER',
      `${uploads} cannot be written to: give this user the right to, or set FILES_DIR to another folder.`,
    );
  }
}
