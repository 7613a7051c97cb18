import { z } from '@gangway/kit';
import { giveUp } from '../../../contract/job.ts';
import type { AnyJob } from './definition.ts';

type Payloaded = Pick<AnyJob, 'name' | 'payload'>;

/** The payload as it will be stored. Checked after its way through JSON: that is what the job will see. */
export function storedPayload(job: Payloaded, payload: unknown): Record<string, unknown> {
  const stored: unknown = JSON.parse(JSON.stringify(payload ?? null));
  const checked = job.payload.safeParse(stored);
  if (checked.success) return stored as Record<string, unknown>;
  throw new TypeError(
    `The payload of "${job.name}" does not fit its schema: ${z.prettifyError(checked.error)}`,
  );
}

/** The payload as the job wants it. One that no longer fits will not fit at the next attempt either. */
export function readPayload(job: Payloaded, stored: unknown): Record<string, unknown> {
  const read = job.payload.safeParse(stored);
  if (read.success) return read.data;
  throw giveUp(`The stored payload does not fit the schema of "${job.name}": ${z.prettifyError(read.error)}`);
}
