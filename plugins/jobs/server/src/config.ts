import { z } from '@gangway/kit';
import { setupError } from './errors.ts';

const configSchema = z.strictObject({
  connectionString: z.string().min(1),
  /** Jobs are handed out by bull over this Redis; by graphile-worker when not given. */
  redisUrl: z.string().min(1).optional(),
  /** Whether this process runs jobs (GANGWAY_ROLE all or worker) or only enqueues them (web). */
  runWorker: z.boolean().default(true),
  /** Whether this process also answers people, for whom work in the background has to wait. */
  answersPeople: z.boolean().default(false),
  concurrency: z.int().min(1).max(100).default(4),
  pollIntervalMs: z.int().min(50).default(1000),
});

export type JobsConfig = z.output<typeof configSchema>;

/** Checked when the plugin starts, not where it is declared: the admin build reads that file too. */
export function jobsConfig(given: unknown): JobsConfig {
  const checked = configSchema.safeParse(given);
  if (checked.success) return checked.data;
  throw setupError(`jobs.config in cms/config/plugins.ts is wrong: ${z.prettifyError(checked.error)}`);
}
