import type { Core } from '@strapi/strapi';
import { readEnv } from '@gangway/config/env';
import { contracts } from '../frame/openapi/contracts.ts';
import { answerFirst } from '../frame/front/answer-first.ts';
import { front } from '../frame/front/front.ts';
import { frontMiddleware } from '../frame/front/front-middleware.ts';
import { life } from '../frame/process/life.ts';
import { log } from '../frame/log/log.ts';
import { ownOrigins } from '../frame/request/own-origins.ts';
import { personResolver } from '../frame/people/resolve-person.ts';
import { createRouteTable } from '../frame/front/route-table.ts';

export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const paths = createRouteTable<true>();
  for (const { method, path } of contracts) paths.add({ method, path, entry: true });
  const { table, known } = front(strapi);
  const options = {
    ...{ table, known, log, methods: paths.methods, origins: ownOrigins() },
    person: personResolver(strapi),
    healthOnly: readEnv().role === 'worker',
  };
  answerFirst(strapi.server.httpServer, { ...options, life: life(strapi) });
  return frontMiddleware(options);
};
