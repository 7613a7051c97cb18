import type { Core } from '@strapi/strapi';
import { demoSellersProblem, readEnv } from '@gangway/config/env';
import { operatorError } from './operator-error.ts';

/**
 * Real sales never begin on demo data.
 * @throws OperatorError DEMO_SELLERS
 */
export async function refuseDemoSellers(strapi: Core.Strapi): Promise<void> {
  const env = readEnv();
  if (env.sandbox.enabled) return;
  const demo: { slug: string }[] = await strapi.db
    .query('api::catalog.seller')
    .findMany({ where: { demo: true }, select: ['slug'] });
  const problem = demoSellersProblem({ env, sellers: demo.map(({ slug }) => slug) });
  if (problem) throw operatorError('DEMO_SELLERS', problem);
}
