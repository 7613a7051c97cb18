import type { Core } from '@strapi/strapi';
import { sweepKeys } from '@gangway/database/idempotency';
import { jobsOf } from '@gangway/jobs/contract';

const batch = 1000;

/** Keys past their 24 hours go. Runs in `register`. */
export function sweepIdempotencyKeys(strapi: Core.Strapi): void {
  jobsOf(strapi).sweep({
    name: 'frame.idempotency-keys',
    everySeconds: 600,
    run: async ({ trx, now }) => ({ more: (await sweepKeys(trx, { now, limit: batch })) === batch }),
  });
}
