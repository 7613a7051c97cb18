import type { Core } from '@strapi/strapi';
import { jobsOf } from '@gangway/jobs/contract';
import { z } from '@gangway/kit';
import { countPopularity } from '../store/popularity.ts';

const jobName = 'catalog.count-popularity';
const daysThatCount = 30;
const dayMs = 86_400_000;

/**
 * Every night the tickets of the last thirty days are counted: they order activities that managers have given the same
 * popularity. Call it in `register()`.
 */
export function definePopularityJob(strapi: Core.Strapi): void {
  const jobs = jobsOf(strapi);
  const job = jobs.define({
    name: jobName,
    payload: z.strictObject({}),
    transaction: true,
    run: async ({ trx, now, log }) => {
      const changed = await countPopularity(trx, { after: new Date(now.getTime() - daysThatCount * dayMs) });
      log.info('popularity was counted', { changed });
    },
  });
  jobs.cron({ name: jobName, schedule: '40 3 * * *', timezone: 'Europe/Moscow', job });
}
