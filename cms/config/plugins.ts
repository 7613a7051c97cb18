import { readEnv } from '@gangway/config/env';
import type { S3Settings, YookassaSettings } from '@gangway/config/env';
import { emailChannel } from '@gangway/notifications/providers';
import { yookassa } from '@gangway/payments/providers';
import { clientConfig } from '../src/frame/uploads/client-config.ts';
import { largestPicture, pictureMimes } from '../src/frame/uploads/picture-types.ts';
import { mediaPath } from '../src/frame/uploads/serve-media.ts';

/** Milliseconds that a mail server may take; a message that is cut off is sent again later. */
const mailPatience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

const sender = ({ name, address }: { name: string; address: string }) =>
  name === '' ? address : `"${name}" <${address}>`;

/** Gateways are listed where there is a shop for them. */
const gateways = ({ shopId, url }: YookassaSettings) => (shopId ? [yookassa({ shopId, url })] : []);

/**
 * Pictures go to the bucket and come back through us: the address that is stored is our own. No ACL is asked for, so
 * the bucket may be private.
 */
const store = (s3: S3Settings) => ({
  provider: 'aws-s3',
  providerOptions: {
    baseUrl: mediaPath,
    s3Options: { ...clientConfig(s3), params: { Bucket: s3.bucket, ACL: undefined } },
  },
});

/** The one list of plugins; the admin build reads it too. What it names must be built, or the process does not boot. */
export default () => {
  const { secrets, databaseUrl, role, nodeEnv, mail, cms, s3, yookassa: shop, redisUrl } = readEnv();
  // Tests keep the loop of their process busy themselves, and wait for letters meanwhile.
  const answersPeople = role === 'all' && nodeEnv !== 'test';
  return {
    // Our own limit counts across processes; Strapi's would let an office behind one address log in five times.
    'users-permissions': {
      enabled: true,
      config: { jwtSecret: secrets.jwtSecret, ratelimit: { enabled: false } },
    },
    'audit-log': { enabled: true },
    jobs: {
      enabled: true,
      config: {
        ...{ connectionString: databaseUrl, runWorker: role !== 'web', answersPeople },
        ...(redisUrl ? { redisUrl } : {}),
      },
    },
    email: {
      enabled: true,
      config: {
        provider: '@strapi/provider-email-nodemailer',
        providerOptions: { url: mail.smtpUrl, ...mailPatience },
        settings: { defaultFrom: sender(mail.from), defaultReplyTo: mail.from.address },
      },
    },
    notifications: {
      enabled: true,
      config: { publicUrl: cms.publicUrl, channels: [emailChannel({ from: mail.from })] },
    },
    payments: { enabled: true, config: { providers: gateways(shop) } },
    i18n: { enabled: true },
    upload: {
      enabled: true,
      config: {
        ...(s3 ? store(s3) : {}),
        sizeLimit: largestPicture,
        security: { allowedTypes: pictureMimes },
      },
    },
  };
};
