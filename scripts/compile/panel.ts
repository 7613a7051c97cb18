import { existsSync, globSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { childEnvironment } from '../../config/env.ts';
import type { EnvSource } from '../../config/env.ts';
import { variableNames } from '../../config/variables.ts';
import { operatorError } from '../../database/operator-error.ts';
import { generateSecrets } from '../secrets.ts';
import { root } from '../root.ts';
import { runCommand } from '../run-command.ts';
import { fingerprint } from './fingerprint.ts';

const cms = join(root, 'cms');
const sources = join(cms, 'src', 'admin');
const panel = join(cms, 'dist', 'build');
const stamp = join(panel, '.fingerprint');
const strapi = join(root, 'node_modules', '@strapi', 'strapi', 'bin', 'strapi.js');
const memoryMb = 4_096;

/** Whether the built panel is made from what lies here now. */
export const panelIsFresh = (): boolean =>
  existsSync(stamp) && readFileSync(stamp, 'utf8') === panelFingerprint();

/**
 * Builds the admin panel. It knows no address and no secret, so one build serves every port.
 * @throws OperatorError BUILD_FAILED with what Strapi said
 */
export async function buildPanel(signal?: AbortSignal): Promise<void> {
  const wanted = panelFingerprint();
  const env = { ...panelEnvironment(), NODE_OPTIONS: `--max-old-space-size=${memoryMb}` };
  const { ok, output } = await runCommand({ file: strapi, args: ['build'], cwd: cms, env, signal });
  if (!ok || !existsSync(join(panel, 'index.html'))) {
    throw operatorError(
      'BUILD_FAILED',
      `${output.trim()}\nThe admin panel was not built: mend what Strapi names above.`,
    );
  }
  writeFileSync(stamp, wanted);
}

function panelFingerprint(): string {
  const plugins = join(root, 'plugins');
  const names = readdirSync(plugins);
  const pluginPanels = names.flatMap((name) =>
    ['admin', 'package.json'].map((part) => join(plugins, name, part)),
  );
  const config = ['plugins.ts', 'admin.ts', 'server.ts'].map((file) => join(cms, 'config', file));
  const own = [
    sources,
    join(cms, 'package.json'),
    join(root, 'package-lock.json'),
    join(plugins, 'kit', 'src'),
  ];
  return fingerprint({
    root,
    paths: [...own, ...sharedFolders(), ...config, ...pluginPanels],
    values: bakedIn(),
  });
}

/** Folders outside the panel that it imports from: the rules it shares with the server. */
function sharedFolders(): string[] {
  const files = globSync('**/*.{ts,tsx}', { cwd: sources });
  const folders = files.flatMap((file) => {
    const imports = readFileSync(join(sources, file), 'utf8').matchAll(/from '(\.{1,2}\/[^']+)'/g);
    return [...imports].map(([, path = '']) => dirname(join(sources, dirname(file), path)));
  });
  return [...new Set(folders.filter((folder) => relative(sources, folder).startsWith('..')))];
}

/** Strapi writes these variables into the panel. */
const bakedIn = (): [string, unknown][] =>
  Object.entries(childEnvironment()).filter(([name]) => name.startsWith('STRAPI_ADMIN_'));

/** The config files are read during the build and ask for secrets, none of which goes into the panel. */
function panelEnvironment(): EnvSource {
  const names = variableNames.flatMap((name) => [name, `${name}_FILE`]);
  return {
    ...Object.fromEntries(names.map((name) => [name, undefined])),
    ...generateSecrets(),
    ...{ GANGWAY_ENV_FILE: 'off', NODE_ENV: 'production' },
    ...{ STRAPI_TELEMETRY_DISABLED: 'true', STRAPI_DISABLE_EE: 'true' },
    // Strapi looks for React in cms/package.json alone; here it stands once at the root, for every front door.
    USE_EXPERIMENTAL_DEPENDENCIES: 'true',
  };
}
