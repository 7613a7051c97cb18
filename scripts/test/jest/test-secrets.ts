import { demoSecretPrefix, demoShopKeyPrefix } from '../../../config/env.ts';
import type { EnvSource } from '../../../config/env.ts';
import { generatedSecretNames } from '../../../config/variables.ts';

const secret = `${demoSecretPrefix}For-tests-and-nothing-else-1`;

/** Secrets of the Strapi that tests boot; they are demo secrets, so nothing else accepts them. */
export const testSecrets: EnvSource = {
  ...Object.fromEntries(generatedSecretNames.map((name) => [name, secret])),
  APP_KEYS: `${secret},${secret}`,
  PAYMENTS_YOOKASSA_SECRET_KEY: `${demoShopKeyPrefix}For-tests-and-nothing-else`,
};
