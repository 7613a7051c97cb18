import type { Core } from '@strapi/strapi';
import { apiMiddleware } from '../frame/request/api-middleware.ts';
import { log } from '../frame/log/log.ts';
import { personResolver } from '../frame/people/resolve-person.ts';

export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  apiMiddleware({ person: personResolver(strapi), log });
