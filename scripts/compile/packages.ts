import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { operatorError } from '../../database/operator-error.ts';
import { root } from '../root.ts';
import { runCommand } from '../run-command.ts';
import { buildApiTypes } from './api-types.ts';

const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');

/** The folders of the packages that are compiled, in the order of tsconfig.build.json. */
export function packageFolders(): string[] {
  const text = readFileSync(join(root, 'tsconfig.build.json'), 'utf8');
  const { references } = JSON.parse(text) as { references: { path: string }[] };
  return references.map(({ path }) => join(root, path));
}

/**
 * Compiles what changed, and removes what was compiled from a file that is gone: Strapi loads whatever lies in dist.
 * @throws OperatorError BUILD_FAILED with what the compiler said
 */
export async function buildPackages(signal?: AbortSignal): Promise<void> {
  await buildApiTypes();
  for (const folder of packageFolders()) removeOrphans(folder);
  const { ok, output } = await runCommand({ file: compiler, args: ['-b', 'tsconfig.build.json'], signal });
  if (ok) return;
  throw operatorError(
    'BUILD_FAILED',
    `${output.trim()}\nThe code does not compile: mend what the compiler names above.`,
  );
}

function removeOrphans(folder: string): void {
  const dist = join(folder, 'dist');
  if (!existsSync(dist)) return;
  const sources = sourceRoots(folder);
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const path = relative(dist, join(entry.parentPath, entry.name));
    if (entry.isFile() && isCompiled(path) && !sources.some((source) => hasSource(source, path))) {
      rmSync(join(dist, path));
    }
  }
}

/** The panel and the bookkeeping of the compiler are not made file by file. */
const isCompiled = (path: string): boolean =>
  /\.(js|js\.map|json|d\.ts)$/.test(path) &&
  !path.startsWith(`build${sep}`) &&
  !path.startsWith('.tsbuildinfo');

function hasSource(source: string, path: string): boolean {
  const bare = path.replace(/^\.types[\\/]/, '').replace(/(\.d\.ts|\.js\.map|\.js|\.json)$/, '');
  return ['.ts', '.tsx', '.json'].some((ending) => existsSync(join(source, bare + ending)));
}

/** A package is compiled from its own folder or from its `src`. */
const sourceRoots = (folder: string): string[] => [folder, join(folder, 'src')];
