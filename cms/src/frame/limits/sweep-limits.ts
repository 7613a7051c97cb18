import type { Core } from '@strapi/strapi';
import { jobsOf } from '@gangway/jobs/contract';

/** Windows that have passed go. They are counted in real time, so the sweep asks for that. Runs in `register`. */
export function sweepLimits(strapi: Core.Strapi): void {
  jobsOf(strapi).sweep({
    name: 'frame.rate-limits',
    everySeconds: 300,
    run: async ({ trx }) => void (await trx.raw('delete from rate_limits where expire < ?', [Date.now()])),
  });
}
