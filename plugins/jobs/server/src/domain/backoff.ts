import type { Backoff } from '../../../contract/job.ts';

/** 10 attempts over a good two hours: 5 s, 15 s, 45 s … at most half an hour apart. */
export const defaultRetries = {
  max: 10,
  backoff: { firstSeconds: 5, factor: 3, maxSeconds: 1800 },
} as const;

/** Seconds to wait after the failure of this attempt, counted from 1. */
export function backoffSeconds({ firstSeconds, factor, maxSeconds }: Backoff, attempt: number): number {
  return Math.min(firstSeconds * factor ** (attempt - 1), maxSeconds);
}
