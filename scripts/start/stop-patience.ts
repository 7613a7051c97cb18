import type { Env } from '../../config/env.ts';

/** What a process needs beside its delay and its graces, to begin its stop and to leave. */
const marginSeconds = 2;

/**
 * How long, in milliseconds, a process of ours may take to stop before it is made to: the delay while requests are still
 * taken, one grace for what was begun and another one for the rest of the work.
 */
export function stopPatienceMs(env: Pick<Env, 'stopDelaySeconds' | 'stopGraceSeconds'>): number {
  return (env.stopDelaySeconds + 2 * env.stopGraceSeconds + marginSeconds) * 1_000;
}
