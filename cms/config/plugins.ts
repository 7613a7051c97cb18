import { readEnv } from '@gangway/config/env';

/** The one list of plugins. The admin build reads this file too, so nothing here may need a secret. */
export default () => ({
  'users-permissions': { enabled: true, config: { jwtSecret: readEnv().secrets.jwtSecret } },
  'audit-log': { enabled: false },
  jobs: { enabled: false },
  i18n: { enabled: true },
});
