import { Logger } from 'graphile-worker';
import type { JobLog } from '../../../../contract/job.ts';

type Meta = Record<string, unknown> | undefined;

/** graphile-worker's words in our log: without payloads, and without the outcome of jobs, which we tell ourselves. */
export function graphileLogger(log: JobLog): Logger {
  return new Logger(() => (level, message, meta: Meta) => {
    if (meta?.failure || meta?.success) return;
    log[level === 'warning' ? 'warn' : level === 'error' ? 'error' : 'debug'](`Jobs: ${message}`);
  });
}
