import type { Core } from '@strapi/strapi';
import { readEnv } from '@gangway/config/env';
import { contracts } from '../frame/openapi/contracts.ts';
import { front } from '../frame/front/front.ts';
import { frontMiddleware } from '../frame/front/front-middleware.ts';
import { log } from '../frame/log/log.ts';
import { ownOrigins } from '../frame/request/own-origins.ts';
import { personResolver } from '../frame/people/resolve-person.ts';
import { createRouteTable } from '../frame/front/route-table.ts';

export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const known = createRouteTable<true>();
  for (const { method, path } of contracts) known.add({ method, path, entry: true });
  return frontMiddleware({
    table: front(strapi).table,
    methods: known.methods,
    person: personResolver(strapi),
    origins: ownOrigins(),
    log,
    healthOnly: readEnv().role === 'worker',
  });
};
