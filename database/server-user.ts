import { readFileSync, statSync } from 'node:fs';
import { operatorError } from './operator-error.ts';

/** The unprivileged user that runs PostgreSQL when we are root, which PostgreSQL refuses to be. */
export interface ServerUser {
  uid: number;
  gid: number;
}

/** In order of preference; every Linux has at least the last one. */
const candidates = ['postgres', 'nobody'];

/**
 * Who runs the server with this data folder: undefined for ourselves, else the owner of the data, or for new data a
 * user that the machine already has.
 */
export function serverUser(dataFolder: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(dataFolder, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const known = usersOf(readFileSync('/etc/passwd', 'utf8'));
  const found = candidates.map((name) => known.get(name)).find((user) => user !== undefined);
  if (found) return found;
  throw operatorError(
    'NO_SERVER_USER',
    'PostgreSQL does not run as root and this machine has no user "postgres" or "nobody": start as an ordinary user, or set DATABASE_URL.',
  );
}

function usersOf(passwd: string): Map<string, ServerUser> {
  const lines = passwd.split('\n').map((line) => line.split(':'));
  return new Map(lines.map(([name = '', , uid, gid]) => [name, { uid: Number(uid), gid: Number(gid) }]));
}
