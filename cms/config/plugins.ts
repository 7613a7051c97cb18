import { readEnv } from '@gangway/config/env';
import { largestPicture, pictureMimes } from '../src/frame/uploads/picture-types.ts';

/** The one list of plugins; the admin build reads it too. What it names must be built, or the process does not boot. */
export default () => {
  const { secrets, databaseUrl, role } = readEnv();
  return {
    // Our own limit counts across processes; Strapi's would let an office behind one address log in five times.
    'users-permissions': {
      enabled: true,
      config: { jwtSecret: secrets.jwtSecret, ratelimit: { enabled: false } },
    },
    'audit-log': { enabled: true },
    jobs: { enabled: true, config: { connectionString: databaseUrl, runWorker: role !== 'web' } },
    notifications: { enabled: true },
    payments: { enabled: true },
    i18n: { enabled: true },
    upload: {
      enabled: true,
      config: { sizeLimit: largestPicture, security: { allowedTypes: pictureMimes } },
    },
  };
};
