import { readEnv } from '@gangway/config/env';
import { previewAddress } from '../src/api/catalog/preview/preview-address.ts';

export default () => {
  const { secrets, storefrontUrl } = readEnv();
  return {
    auth: { secret: secrets.adminJwtSecret },
    apiToken: { salt: secrets.apiTokenSalt },
    transfer: { token: { salt: secrets.transferTokenSalt } },
    secrets: { encryptionKey: secrets.encryptionKey },
    flags: { nps: false, promoteEE: false },
    autoOpen: false,
    preview: {
      enabled: true,
      // The panel shows the website in a frame of its own.
      config: { allowedOrigins: [new URL(storefrontUrl).origin], handler: previewAddress },
    },
    watchIgnoreFiles: ['**/public/uploads/**'],
  };
};
