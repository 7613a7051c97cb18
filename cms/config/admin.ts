import { readEnv } from '@gangway/config/env';

export default () => {
  const { secrets } = readEnv();
  return {
    auth: { secret: secrets.adminJwtSecret },
    apiToken: { salt: secrets.apiTokenSalt },
    transfer: { token: { salt: secrets.transferTokenSalt } },
    secrets: { encryptionKey: secrets.encryptionKey },
    flags: { nps: false, promoteEE: false },
    autoOpen: false,
    watchIgnoreFiles: ['**/public/uploads/**'],
  };
};
