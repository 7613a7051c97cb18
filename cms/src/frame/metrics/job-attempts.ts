import type { Core } from '@strapi/strapi';
import { jobsOf } from '@gangway/jobs/contract';
import { Counter, Histogram } from 'prom-client';
import { metrics } from './registry.ts';

const attempts = new Counter({
  name: 'gangway_job_attempts_total',
  help: 'Attempts at jobs that ended in this process: done, tried again later, or a dead letter',
  labelNames: ['job', 'outcome'],
  registers: [metrics],
});

const durations = new Histogram({
  name: 'gangway_job_duration_seconds',
  help: 'How long attempts at jobs took in this process',
  labelNames: ['job'],
  buckets: [0.01, 0.05, 0.25, 1, 5, 30],
  registers: [metrics],
});

/** Names of jobs are written by us: there are as many time series as jobs. Runs in `bootstrap`, before the worker starts. */
export function countJobAttempts(strapi: Core.Strapi): void {
  jobsOf(strapi).watchAttempts(({ job, outcome, seconds }) => {
    attempts.inc({ job, outcome });
    durations.observe({ job }, seconds);
  });
}
