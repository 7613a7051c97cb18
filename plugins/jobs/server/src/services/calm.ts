import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { calmShare, shareOfLoop } from '@gangway/kit';

/** Lets work in the background wait while this process has its hands full with those who wait for an answer. */
export type Calm = {
  /** Resolves when there is room, and at the latest when work that has waited so long already has waited enough. */
  wait(waitedMs: number): Promise<void>;
  /** Nobody waits any more, now or later. */
  stop(): void;
};

export type CalmSettings = {
  /** How much of the time since it was asked last the process was at work, from 0 to 1. */
  busyShare?: () => number;
  lookMs?: number;
  /** The longest that work is put off. */
  patienceMs?: number;
};

/**
 * A letter is worth waiting for a calm moment, and a buyer a minute for it. What is older is done as it comes: it would
 * be more every minute of a long rush.
 */
export function createCalm({
  busyShare = shareOfLoop(),
  lookMs = 100,
  patienceMs = 60_000,
}: CalmSettings = {}): Calm {
  const stopping = new AbortController();
  const { signal } = stopping;
  const seen = { at: -Infinity, share: 0 };
  const isBusy = () => {
    if (performance.now() - seen.at >= lookMs)
      Object.assign(seen, { at: performance.now(), share: busyShare() });
    return seen.share > calmShare;
  };
  return {
    wait: async (waitedMs) => {
      for (let waited = waitedMs; waited < patienceMs && !signal.aborted && isBusy(); waited += lookMs)
        await pause(lookMs, undefined, { signal }).catch(() => undefined);
    },
    stop: () => stopping.abort(),
  };
}
