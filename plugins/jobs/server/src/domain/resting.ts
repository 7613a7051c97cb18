import { backoffSeconds } from './backoff.ts';

const longestSeconds = 600;
const forgottenMs = 3_600_000;

export type Resting = ReturnType<typeof createResting>;

/**
 * Items that failed are left alone for `firstSeconds`, twice as long after each further failure, ten minutes at most:
 * one that nobody can handle is neither tried nor logged with every round. `now` in milliseconds of real time.
 */
export function createResting({ firstSeconds, now }: { firstSeconds: number; now(): number }) {
  const failures = new Map<string, { times: number; until: number }>();
  const forgetOld = () => {
    for (const [item, { until }] of failures) if (until + forgottenMs < now()) failures.delete(item);
  };
  return {
    items: () => [...failures].filter(([, { until }]) => until > now()).map(([item]) => item),
    failed: (item: string) => {
      forgetOld();
      const times = (failures.get(item)?.times ?? 0) + 1;
      const seconds = backoffSeconds({ firstSeconds, factor: 2, maxSeconds: longestSeconds }, times);
      failures.set(item, { times, until: now() + seconds * 1000 });
    },
    handled: (item: string) => void failures.delete(item),
  };
}
