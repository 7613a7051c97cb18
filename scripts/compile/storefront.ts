import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { operatorError } from '../../database/operator-error.ts';
import { root } from '../root.ts';
import { runCommand } from '../run-command.ts';
import { fingerprint } from './fingerprint.ts';

const storefront = join(root, 'storefront');
const stamp = join(storefront, 'dist', '.fingerprint');
const astro = join(root, 'node_modules', 'astro', 'bin', 'astro.mjs');
const sources = [
  ...['src', 'server', 'public', 'astro.config.ts', 'package.json'].map((name) => join(storefront, name)),
  ...['src', 'tokens.css', 'components.css'].map((name) => join(root, 'client', name)),
  join(root, 'config', 'locales'),
  join(root, 'docs', 'api', 'openapi.json'),
  join(root, 'package-lock.json'),
];

/** Whether the built website is made from what lies here now. */
export const storefrontIsFresh = (): boolean =>
  existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesNow();

/**
 * Builds the website. It knows no address and no secret, so one build serves every port.
 * @throws OperatorError BUILD_FAILED with what Astro said
 */
export async function buildStorefront(signal?: AbortSignal): Promise<void> {
  const wanted = sourcesNow();
  const env = { NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', GANGWAY_ENV_FILE: 'off' };
  const { ok, output } = await runCommand({ file: astro, args: ['build'], cwd: storefront, env, signal });
  if (!ok || !existsSync(join(storefront, 'dist', 'server', 'entry.mjs'))) {
    throw operatorError(
      'BUILD_FAILED',
      `${output.trim()}\nThe website was not built: mend what Astro names above.`,
    );
  }
  writeFileSync(stamp, wanted);
}

const sourcesNow = (): string => fingerprint({ root, paths: sources, values: null });
