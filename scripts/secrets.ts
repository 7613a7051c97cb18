import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { demoSecretPrefix, demoShopKeyPrefix } from '../config/env.ts';
import type { EnvSource } from '../config/env.ts';
import { generatedSecretNames } from '../config/variables.ts';
import { operatorError } from '../database/operator-error.ts';

const keysInAppKeys = 2;

/** New demo secrets, recognisable by their prefix: `SANDBOX=off` refuses them. */
export function generateSecrets(): EnvSource {
  return Object.fromEntries(generatedSecretNames.map((name) => [name, secretFor(name)]));
}

/**
 * The demo secrets of this folder, made up and kept for the next start when there are none yet.
 * @throws OperatorError SECRETS_UNUSABLE
 */
export function keptSecrets(folder: string): EnvSource {
  const file = join(folder, 'secrets.env');
  try {
    return completed(file);
  } catch (cause) {
    throw operatorError(
      'SECRETS_UNUSABLE',
      `The demo secrets in ${file} cannot be read or written: give this user the file, or move it away for new ones.`,
      cause,
    );
  }
}

function completed(file: string): EnvSource {
  const kept = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  const all = { ...generateSecrets(), ...kept };
  const lines = Object.entries(all).map(([name, value]) => `${name}=${value}\n`);
  if (Object.keys(all).length > Object.keys(kept).length)
    writeFileSync(file, lines.join(''), { mode: 0o600 });
  return all;
}

/** `source` with a demo secret wherever the operator gives none, neither directly nor as a file. */
export function withDemoSecrets({ source, secrets }: { source: EnvSource; secrets: EnvSource }): EnvSource {
  const missing = generatedSecretNames.filter((name) => !source[name] && !source[`${name}_FILE`]);
  return { ...source, ...Object.fromEntries(missing.map((name) => [name, secrets[name]])) };
}

function secretFor(name: string): string {
  if (name === 'ADMIN_PASSWORD') return demoPassword();
  if (name === 'PAYMENTS_YOOKASSA_SECRET_KEY') return demoShopKeyPrefix + random();
  return Array.from({ length: name === 'APP_KEYS' ? keysInAppKeys : 1 }, oneSecret).join(',');
}

const random = (): string => randomBytes(24).toString('base64url');

const oneSecret = (): string => demoSecretPrefix + random();

/** Short enough to be typed; with the capital and the digit that Strapi asks for. */
const demoPassword = (): string => `${demoSecretPrefix}Quay1-${randomBytes(5).toString('hex')}`;
