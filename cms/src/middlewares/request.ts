import type { Core } from '@strapi/strapi';
import { readEnv } from '@gangway/config/env';
import { life } from '../frame/process/life.ts';
import { log } from '../frame/log/log.ts';
import { requestFrame } from '../frame/request/request-frame.ts';

export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  requestFrame({ life: life(strapi), log, trustedProxies: readEnv().trustedProxies });
