import { randomUUID } from 'node:crypto';
import { listen } from '@gangway/database/listen';
import type { Pool } from 'pg';
import type { RunningWorker, WorkerPlan } from '../../../../contract/driver.ts';
import { messageOf } from '../../services/message-of.ts';
import { channel } from './add-jobs.ts';
import { createDirect } from './direct.ts';
import type { Occasion } from './occasion.ts';
import { openPool } from '../pool.ts';
import { usualPatience } from './driver-settings.ts';
import type { BullDriverSettings } from './driver-settings.ts';
import { openQueue } from './queue.ts';
import { holdLease, recoverUnheard } from './recovery.ts';
import { connectRedis } from './redis.ts';
import type { RedisSet } from './redis.ts';
import { createRelay } from './relay.ts';
import { giveBack, markSeen, takeTurn } from './rows.ts';
import type { Turn } from './rows.ts';
import { createRuns } from './runs.ts';
import type { Runs } from './runs.ts';

const usualPrefix = 'gangway';

/** A slow mail server must not hold up every letter; more at a time would only share the same processors. */
const backgroundConcurrency = 2;

/** Runs jobs whose turn Redis says it is; the row decides whether that is so. */
export async function startWorker(plan: WorkerPlan, settings: BullDriverSettings): Promise<RunningWorker> {
  if (plan.jobNames.length === 0) return { stop: () => Promise.resolve() };
  // As many connections as jobs that end at once, and some for the rounds.
  const max = settings.concurrency + backgroundConcurrency + 2;
  const pool = openPool({ ...settings, max });
  const holder = randomUUID();
  const bell = createBell();
  const listener = await listenWithLease({ settings, holder, bell });
  const { redisUrl: url, prefix = usualPrefix, log } = settings;
  const redis = connectRedis({ url, prefix, log, onReady: () => bell.ring('round') });
  const lanes = lanesOf(plan, settings).map((lane) =>
    openLane({ lane, plan, settings, pool, holder, bell, redis }),
  );
  const timers = startTimers({ settings, pool, holder, lanes, bell });
  const stop = async () => {
    timers.forEach(clearInterval);
    await Promise.all(lanes.map((lane) => lane.stop()));
    await redis.close();
    await listener.stop();
    await pool.end();
  };
  const stopping: { now?: Promise<void> } = {};
  return { stop: () => (stopping.now ??= stop()) };
}

type Lane = { queueName: string; names: string[]; concurrency: number };

/** Jobs in the background have a queue of their own, so that they never take the turn of the others. */
function lanesOf({ jobNames, backgroundNames }: WorkerPlan, { concurrency }: BullDriverSettings): Lane[] {
  const behind = new Set(backgroundNames);
  const ahead = jobNames.filter((name) => !behind.has(name));
  const lanes = [
    { queueName: 'jobs', names: ahead, concurrency },
    { queueName: 'background', names: [...behind], concurrency: backgroundConcurrency },
  ];
  return lanes.filter(({ names }) => names.length > 0);
}

/** Who is told of it: the listener is there before those who look. */
type Bell = { onRing(look: (occasion: Occasion) => void): void; ring(occasion: Occasion): void };

function createBell(): Bell {
  const looks: ((occasion: Occasion) => void)[] = [];
  return {
    onRing: (look) => void looks.push(look),
    ring: (occasion) => looks.forEach((look) => look(occasion)),
  };
}

type Listening = { settings: BullDriverSettings; holder: string; bell: Bell };

/** The lease lies on the connection that lives as long as the worker. */
const listenWithLease = ({ settings: { connectionString, log }, holder, bell }: Listening) =>
  listen({
    connectionString,
    channels: [channel],
    onMessage: () => bell.ring('news'),
    onReset: async (client) => {
      await client.query(holdLease, [holder]);
      bell.ring('round');
    },
    onTrouble: (error) => log.debug(`Jobs: the listening connection is mended: ${messageOf(error)}`),
  });

type Opening = Listening & { lane: Lane; plan: WorkerPlan; pool: Pool; redis: RedisSet };

type OpenLane = { inHand(): string[]; stop(): Promise<void> };

function openLane({ lane, plan, settings, pool, holder, bell, redis }: Opening): OpenLane {
  const { log, patience = usualPatience, prefix = usualPrefix } = settings;
  const { names, concurrency, queueName } = lane;
  const onEnd = (failed: boolean) => (failed ? bell.ring('news') : direct('news'));
  const runs = createRuns({ pool, holder, plan, log, onEnd });
  const refused: Turn[] = [];
  const handle = async (turn: Turn, name: string) => {
    // One that only newer processes know is told of again, till one of them has it.
    if (!names.includes(name)) return;
    if (!(await runTurn({ pool, holder, runs }, turn))) refused.push(turn);
  };
  const queue = openQueue({ redis, prefix, queueName, concurrency, log, handle });
  const mark = `${prefix}:${queueName}-known`;
  const relay = createRelay({ pool, names, redis, queue, mark, handedOverMs: patience.handedOverMs, log });
  const direct = createDirect({ pool, holder, names, concurrency, runs, redis, patience, log });
  bell.onRing(relay.look);
  bell.onRing(direct);
  const stop = async () => {
    queue.pause();
    await Promise.all([relay.stop(), runs.stop()]);
    await queue.close();
    // Not before bull has let go of them: it would take them for those that it knows, if it were told again.
    for (const turn of refused) await giveBack(pool, turn);
  };
  return { inHand: runs.inHand, stop };
}

type Hand = { pool: Pool; holder: string; runs: Runs };

/** False when this process takes no more. */
const runTurn = ({ pool, holder, runs }: Hand, turn: Turn): Promise<boolean> =>
  runs.take(async () => {
    const row = await takeTurn(pool, holder, turn);
    return row ? [row] : [];
  });

type Timed = Listening & { pool: Pool; lanes: readonly OpenLane[] };

function startTimers({ settings, pool, holder, lanes, bell }: Timed): NodeJS.Timeout[] {
  const { pollIntervalMs, transaction, log, patience = usualPatience } = settings;
  const { killedMs } = patience;
  const inHand = () => lanes.flatMap((lane) => lane.inHand());
  const round = async () => {
    await markSeen(pool, holder, inHand());
    // What this process was told while it stood still has been heard with the answer.
    await transaction((trx) => recoverUnheard(trx, { holder, inHand: inHand(), killedMs }));
  };
  const look = () =>
    void round().catch((error) => log.debug(`Jobs: no sign of life was given: ${messageOf(error)}`));
  return [setInterval(() => bell.ring('round'), pollIntervalMs), setInterval(look, killedMs / 4)];
}
