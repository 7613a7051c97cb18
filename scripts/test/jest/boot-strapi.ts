import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { setEnvironment } from '../../../config/env.ts';
import { loadStrapi } from '../../load-strapi.ts';
import { testSecrets } from './test-secrets.ts';

/** Boots the built cms inside this process. `port` is the one its addresses name. */
export async function bootStrapi(where: {
  databaseUrl: string;
  filesDir: string;
  port: number;
  /** Where mail goes: nobody listens there until a test opens a mailbox. */
  smtpPort?: number;
  /** Where YooKassa is asked: nobody listens there until a test opens its sandbox. */
  sandboxPort?: number;
}): Promise<Core.Strapi> {
  mkdirSync(join(where.filesDir, 'uploads'), { recursive: true });
  setEnvironment({
    ...testSecrets,
    ...{ GANGWAY_ENV_FILE: 'off', NODE_ENV: 'test', TZ: 'UTC', LOG_LEVEL: 'error', SANDBOX: 'on' },
    ...{ STRAPI_TELEMETRY_DISABLED: 'true', STRAPI_DISABLE_EE: 'true' },
    ...{ DATABASE_URL: where.databaseUrl, FILES_DIR: where.filesDir, CMS_PORT: String(where.port) },
    ...(where.sandboxPort ? { SANDBOX_PORT: String(where.sandboxPort) } : {}),
    ...(where.smtpPort ? { SANDBOX_SMTP_PORT: String(where.smtpPort) } : {}),
  });
  return loadStrapi();
}
