import type { JobDefinition, PayloadSchema } from '../../../contract/job.ts';
import type { CronDefinition } from '../../../contract/jobs.ts';

export type AnyJob = JobDefinition<PayloadSchema>;

export type RegisteredCron = Omit<CronDefinition, 'job'> & { job: string };
