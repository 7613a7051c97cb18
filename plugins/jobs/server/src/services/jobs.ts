import { clock } from '@gangway/kit';
import type { Transaction } from '@gangway/kit';
import type { Core } from '@strapi/strapi';
import type { RunInTransaction } from '../../../contract/driver.ts';
import type { JobLog } from '../../../contract/job.ts';
import type { JobsEngine } from '../../../contract/jobs.ts';
import { jobsConfig } from '../config.ts';
import { bullDriver, postgresDriver } from '../drivers/index.ts';
import { createCalm } from './calm.ts';
import { createJobs } from './engine.ts';

/** The jobs of this Strapi process. */
export function jobsService({ strapi }: { strapi: Core.Strapi }): JobsEngine {
  const { runWorker, redisUrl, answersPeople, ...config } = jobsConfig(strapi.config.get('plugin::jobs'));
  const transaction = ((work) =>
    strapi.db.transaction(({ trx }) => work(trx as Transaction))) as RunInTransaction;
  const log = logOf(strapi);
  const settings = { ...config, transaction, log };
  const driver = redisUrl === undefined ? postgresDriver(settings) : bullDriver({ ...settings, redisUrl });
  const jobs = createJobs({ driver, transaction, clock, log, ...(answersPeople && { calm: createCalm() }) });
  return { ...jobs, startWorker: () => (runWorker ? jobs.startWorker() : Promise.resolve()) };
}

function logOf({ log }: Core.Strapi): JobLog {
  return {
    debug: (message, facts) => void log.debug(message, facts),
    info: (message, facts) => void log.info(message, facts),
    warn: (message, facts) => void log.warn(message, facts),
    error: (message, facts) => void log.error(message, facts),
  };
}
