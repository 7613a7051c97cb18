import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EnvSource } from '../../../config/env.ts';
import { testSecrets } from '../../test/jest/test-secrets.ts';

export const shopId = '100500';
export const staff = { email: 'admin@gangway.example', password: testSecrets['ADMIN_PASSWORD'] ?? '' };
export const gatewayAuthorization = `Basic ${Buffer.from(
  `${shopId}:${testSecrets['PAYMENTS_YOOKASSA_SECRET_KEY']}`,
).toString('base64')}`;

export interface Ports {
  cms: number;
  sandbox: number;
  smtp: number;
}

/** As `npm start` runs a house, on ports of its own; callers on this machine are not limited. */
export function benchEnvironment(site: { folder: string; ports: Ports; databaseUrl: string }): EnvSource {
  const { folder, ports, databaseUrl } = site;
  mkdirSync(join(folder, 'files', 'uploads'), { recursive: true });
  return {
    ...testSecrets,
    ...{ GANGWAY_ENV_FILE: 'off', NODE_ENV: 'production', TZ: 'UTC', SANDBOX: 'on', METRICS_PORT: '0' },
    ...{ STRAPI_TELEMETRY_DISABLED: 'true', STRAPI_DISABLE_EE: 'true', STOP_GRACE_SECONDS: '2' },
    ...{ DATABASE_URL: databaseUrl, FILES_DIR: join(folder, 'files'), SANDBOX_DIR: join(folder, 'sandbox') },
    ...{ CMS_PORT: String(ports.cms), SANDBOX_PORT: String(ports.sandbox) },
    ...{ SANDBOX_SMTP_PORT: String(ports.smtp), SMTP_URL: `smtp://127.0.0.1:${ports.smtp}` },
    ...{ YOOKASSA_SHOP_ID: shopId, RATE_LIMIT_TRUSTED: '127.0.0.0/8' },
  };
}
