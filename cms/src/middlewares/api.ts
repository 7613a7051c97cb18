import type { Core } from '@strapi/strapi';
import { apiMiddleware } from '../frame/api-middleware.ts';
import { log } from '../frame/log.ts';
import { personResolver } from '../frame/resolve-person.ts';

export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  apiMiddleware({ person: personResolver(strapi), log });
