import type { Core } from '@strapi/strapi';
import { readEnv } from '@gangway/config/env';
import { contracts } from '../frame/openapi/contracts.ts';
import { answerKnownFirst } from '../frame/front/answer-known.ts';
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
  const origins = ownOrigins();
  answerKnownFirst(strapi.server.httpServer, { known, life: life(strapi), log, origins });
  return frontMiddleware({
    ...{ table, known, origins, log },
    methods: paths.methods,
    person: personResolver(strapi),
    healthOnly: readEnv().role === 'worker',
  });
};
