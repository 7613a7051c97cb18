import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ownEnvironment, readEnv } from '../../config/env.ts';
import type { Env, EnvSource } from '../../config/env.ts';
import { variable, variableNames } from '../../config/variables.ts';
import { keptSecrets, withDemoSecrets } from '../secrets.ts';

export interface Settings {
  /** The raw variables, complete. */
  source: EnvSource;
  env: Env;
}

/**
 * Our own variables, with demo secrets in the gaps as long as this is a demonstration.
 * @throws EnvironmentError
 */
export function settings(folder: string, nodeEnv: 'production' | 'development'): Settings {
  const own: EnvSource = { ...ownEnvironment(), NODE_ENV: nodeEnv };
  const source = own.SANDBOX === 'off' ? own : withDemoSecrets({ source: own, secrets: keptSecrets(folder) });
  return { source, env: readEnv(source) };
}

/** What every process of the house is started with. */
export function runningEnvironment(work: {
  folder: string;
  settings: Settings;
  databaseUrl: string;
}): EnvSource {
  const { source, env } = work.settings;
  const files = env.filesDir ?? join(work.folder, 'files');
  mkdirSync(join(files, 'uploads'), { recursive: true });
  return {
    ...source,
    ...(env.databaseEmbedded ? { DATABASE_URL: work.databaseUrl } : {}),
    ...{ GANGWAY_ENV_FILE: 'off', FILES_DIR: files, TZ: 'UTC' },
    SANDBOX_DIR: env.sandbox.folder ?? join(work.folder, 'sandbox'),
    ...{ STRAPI_TELEMETRY_DISABLED: 'true', STRAPI_DISABLE_EE: 'true' },
  };
}

/** The same for a front door: it faces the internet and has no use for a secret. */
export function withoutSecrets(running: EnvSource): EnvSource {
  const secrets = variableNames.filter((name) => variable(name).secret);
  const names = [...secrets, ...secrets.map((name) => `${name}_FILE`), 'DATABASE_URL'];
  return { ...running, ...Object.fromEntries(names.map((name) => [name, undefined])) };
}
