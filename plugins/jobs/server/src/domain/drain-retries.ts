import { isGivenUp } from '../../../contract/job.ts';
import type { Retries } from '../../../contract/job.ts';
import { backoffSeconds } from './backoff.ts';

const defaults = { max: 3, backoff: { firstSeconds: 1, factor: 5, maxSeconds: 60 } } as const;

export type FailedTry = { retries: Retries | undefined; attempt: number; error: unknown };

/** Seconds that the item holds up its key before it is tried again; undefined: that was the last attempt. */
export function waitAfter({ retries, attempt, error }: FailedTry): number | undefined {
  if (isGivenUp(error) || attempt >= (retries?.max ?? defaults.max)) return undefined;
  return backoffSeconds(retries?.backoff ?? defaults.backoff, attempt);
}
