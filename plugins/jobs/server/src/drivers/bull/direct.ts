import type { Pool } from 'pg';
import type { JobLog } from '../../../../contract/job.ts';
import { messageOf } from '../../services/message-of.ts';
import type { BullPatience } from './driver-settings.ts';
import type { Occasion } from './occasion.ts';
import type { RedisSet } from './redis.ts';
import { takeDue } from './rows.ts';
import type { Runs } from './runs.ts';

export type DirectSettings = {
  pool: Pool;
  holder: string;
  names: readonly string[];
  concurrency: number;
  runs: Runs;
  redis: RedisSet;
  patience: BullPatience;
  log: JobLog;
};

/** Takes jobs from their rows: while Redis is away, or when this process has nothing to do and one is due for long. */
export function createDirect(settings: DirectSettings): (occasion: Occasion) => void {
  const state = { taking: false };
  const take = async () => {
    const limit = freeHands(settings);
    if (limit === 0) return [];
    state.taking = true;
    try {
      return await takeDue(settings.pool, { ...settings, limit, dueForMs: dueForMs(settings) });
    } finally {
      state.taking = false;
    }
  };
  return (occasion) => {
    if (occasion === 'news' && !isAway(settings)) return;
    if (state.taking || freeHands(settings) === 0) return;
    settings.runs
      .take(take)
      .catch((error) => settings.log.debug(`Jobs: nothing was taken: ${messageOf(error)}`));
  };
}

const isAway = ({ redis, patience }: DirectSettings) => redis.awayMs() > patience.redisAwayMs;

const dueForMs = (settings: DirectSettings) => (isAway(settings) ? 0 : settings.patience.forgottenMs);

function freeHands(settings: DirectSettings): number {
  const busy = settings.runs.count();
  if (!isAway(settings) && busy > 0) return 0;
  return Math.max(0, settings.concurrency - busy);
}
