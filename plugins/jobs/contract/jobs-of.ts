import type { Jobs } from './jobs.ts';

type Host = { plugin(name: string): { service(name: string): unknown } };

/** The jobs of this process: `jobsOf(strapi).define({ … })` in `register()`, `enqueue(trx, …)` afterwards. */
export function jobsOf(strapi: Host): Jobs {
  return strapi.plugin('jobs').service('jobs') as Jobs;
}
