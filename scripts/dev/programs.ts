import { utimesSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Env, EnvSource } from '../../config/env.ts';
import { packageFolders } from '../compile/packages.ts';
import { root } from '../root.ts';
import { withoutSecrets } from '../start/settings.ts';
import type { PrefixedOptions } from './prefixed-child.ts';

const cms = join(root, 'cms');
const sandbox = join(root, 'plugins', 'sandbox');
const website = join(root, 'storefront');
const program = (path: string): string => join(root, 'node_modules', path);

/** What `npm run dev` keeps running. Strapi compiles cms by itself, the compiler the packages below it. */
export function programs({ env, running }: { env: Env; running: EnvSource }): PrefixedOptions[] {
  const always = [compiler(running), strapi(running), pages(env, running)];
  return env.sandbox.enabled ? [...always, sandboxPages(running)] : always;
}

function compiler(env: EnvSource): PrefixedOptions {
  const packages = packageFolders()
    .filter((path) => path !== cms)
    .map((path) => relative(root, path));
  const args = ['-b', ...packages, '--watch', '--preserveWatchOutput'];
  return {
    name: 'tsc',
    file: program('typescript/bin/tsc'),
    args,
    cwd: root,
    env,
    onLine: reloadAfterCompiling,
  };
}

function strapi(env: EnvSource): PrefixedOptions {
  const file = program('@strapi/strapi/bin/strapi.js');
  // Strapi looks for React in cms/package.json alone; here it stands once at the root.
  return {
    name: 'cms',
    file,
    args: ['develop'],
    cwd: cms,
    env: { ...env, USE_EXPERIMENTAL_DEPENDENCIES: 'true' },
  };
}

/** Astro's own server, with our doors to cms in front. */
function pages({ storefront }: Env, running: EnvSource): PrefixedOptions {
  return {
    name: 'site',
    file: program('astro/bin/astro.mjs'),
    args: ['dev', '--host', storefront.host, '--port', String(storefront.port)],
    cwd: website,
    env: { ...withoutSecrets(running), ASTRO_TELEMETRY_DISABLED: '1' },
  };
}

function sandboxPages(env: EnvSource): PrefixedOptions {
  const flags = ['--watch', '--watch-preserve-output'];
  return { name: 'sandbox', flags, file: join(sandbox, 'dist', 'main.js'), cwd: sandbox, env };
}

/** Strapi watches its own folder alone: a compiled package shows itself there as a file that was touched. */
function reloadAfterCompiling(line: string): void {
  const now = new Date();
  if (line.includes('Found 0 errors')) utimesSync(join(cms, 'src', 'index.ts'), now, now);
}
