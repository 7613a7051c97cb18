import type { Core } from '@strapi/strapi';
import { readEnv } from '@gangway/config/env';
import { perStrapi } from '../per-strapi.ts';
import { createLimits } from './create-limits.ts';
import type { Limits } from './create-limits.ts';
import { limitRedis } from './limit-redis.ts';

/** The limits of this Strapi: `await limits(strapi).take({ name: 'locks', key: sessionId, ip })`. */
export const limits: (strapi: Core.Strapi) => Limits = perStrapi((strapi) => {
  const { rateLimitTrusted, secrets } = readEnv();
  const { connection } = strapi.db;
  const redis = limitRedis(strapi);
  return createLimits({ connection, redis, trusted: rateLimitTrusted, secret: secrets.encryptionKey });
});
