import type { Pool } from 'pg';
import type { JobLog } from '../../../../contract/job.ts';
import { messageOf } from '../../services/message-of.ts';
import type { BullQueue } from './queue.ts';
import type { Occasion } from './occasion.ts';
import type { RedisSet } from './redis.ts';
import { forgetHandovers, takeLost, takeNew } from './rows.ts';
import type { Waiting } from './rows.ts';

const batch = 500;

export type RelaySettings = {
  pool: Pool;
  /** Jobs of other names are for processes that know them. */
  names: readonly string[];
  redis: RedisSet;
  queue: BullQueue;
  /** A key that goes with everything else in Redis. */
  mark: string;
  handedOverMs: number;
  log: JobLog;
};

/** Tells Redis of rows. Everything it does may be done twice, or left out: the next round makes up for it. */
export type Relay = {
  /** Tells of new rows; in a round it looks, too, whether Redis still knows what it was told of. */
  look(occasion: Occasion): void;
  stop(): Promise<void>;
};

export function createRelay(settings: RelaySettings): Relay {
  const state = { asked: false, looking: false, stopped: false };
  const work: { running?: Promise<void> } = {};
  const round = async () => {
    const { looking } = state;
    Object.assign(state, { asked: false, looking: false });
    if (looking) await settings.redis.prove();
    if (!settings.redis.isReady()) return;
    if (looking) await makeUp(settings);
    await tellAll(settings);
  };
  const run = async () => {
    while (state.asked && !state.stopped) await round().catch(report);
    delete work.running;
  };
  const report = (error: unknown) =>
    settings.log.warn(`Jobs: nothing was handed to Redis: ${messageOf(error)}`);
  return {
    look: (occasion) => {
      state.asked = true;
      state.looking ||= occasion === 'round';
      work.running ??= run();
    },
    stop: async () => {
      state.stopped = true;
      await work.running;
    },
  };
}

async function tellAll(settings: RelaySettings): Promise<void> {
  const { pool, names, redis } = settings;
  const waiting = await takeNew(pool, { names, limit: batch });
  await tell(settings, waiting);
  if (waiting.length === batch && redis.isReady()) await tellAll(settings);
}

const tell = ({ redis, queue }: RelaySettings, waiting: readonly Waiting[]) =>
  waiting.length === 0 ? undefined : redis.ask(() => queue.add(waiting));

/** A mark in Redis goes with everything else that was there: killed, flushed or exchanged, it is told of all again. */
async function makeUp(settings: RelaySettings): Promise<void> {
  const { pool, names, redis, mark, handedOverMs: afterMs } = settings;
  const known = await redis.ask((client) => client.exists(mark));
  if (known === 0) {
    await forgetHandovers(pool, names);
    await redis.ask((client) => client.set(mark, '1'));
  }
  await tell(settings, await takeLost(pool, { names, limit: batch, afterMs }));
}
