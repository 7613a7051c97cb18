import { EventEmitter } from 'node:events';
import { run } from 'graphile-worker';
import type { Runner, RunnerOptions, TaskList, WorkerEvents } from 'graphile-worker';
import type { Client, Pool, PoolClient } from 'pg';
import type { RunningWorker, WorkerPlan } from '../../../../contract/driver.ts';
import type { PostgresDriverSettings } from './driver-settings.ts';
import { graphileLogger } from './graphile-log.ts';
import { openLeases } from './leases.ts';
import type { Leases } from './leases.ts';
import { isLostTake, openPlainPool } from './lost-take.ts';
import { task } from './task.ts';

const restartAfterMs = 1000;
const goodbyeWithinMs = 2000;

/** A slow mail server must not hold up every letter; more at a time would only share the same processors. */
const backgroundConcurrency = 2;

/** Jobs in the background have a runner of their own, so that they never take the turn of the others. */
export async function startWorker(
  plan: WorkerPlan,
  settings: PostgresDriverSettings,
): Promise<RunningWorker> {
  const behind = new Set(plan.backgroundNames);
  const ahead = plan.jobNames.filter((name) => !behind.has(name));
  const leases = await openLeases(settings);
  const own = { ...settings, leases };
  const runners = await Promise.all([
    startRunner({ ...plan, jobNames: ahead }, own),
    startRunner({ ...plan, jobNames: [...behind] }, { ...own, concurrency: backgroundConcurrency }),
  ]).catch((error: unknown) => leases.stop().then(() => Promise.reject(error)));
  return {
    stop: async () => {
      await Promise.all(runners.map((runner) => runner.stop()));
      await leases.stop();
    },
  };
}

type RunnerSettings = PostgresDriverSettings & { leases: Leases };

type Running = { runner: Runner; ended: Promise<void> };
type RunnerState = {
  stopping: boolean;
  beginning?: Promise<void>;
  running?: Running;
  timer?: NodeJS.Timeout;
};

/** A runner of graphile-worker that is started again when it ends by itself, as after a lost database. */
async function startRunner(plan: WorkerPlan, settings: RunnerSettings): Promise<RunningWorker> {
  const state: RunnerState = { stopping: false };
  const begin = async () => {
    state.running = await runOnce(plan, settings);
    void state.running.ended.then(again);
  };
  const again = () => {
    if (state.stopping) return;
    settings.log.error('Jobs: the worker ended by itself; it is started again.');
    state.timer = setTimeout(() => (state.beginning = begin().catch(again)), restartAfterMs);
  };
  if (plan.jobNames.length > 0) await begin();
  return {
    stop: async () => {
      state.stopping = true;
      clearTimeout(state.timer);
      // One that is just being started again would go on by itself.
      await state.beginning;
      void state.running?.runner.stop().catch(() => undefined);
      await state.running?.ended;
    },
  };
}

/**
 * The pool is ours: graphile-worker 0.18 stops listening for the errors of its own before that pool is closed, and a
 * connection that was lost in between would be the end of the process.
 */
async function runOnce(plan: WorkerPlan, settings: RunnerSettings): Promise<Running> {
  const { connectionString, concurrency, log } = settings;
  const pool = openPlainPool({ connectionString, max: concurrency + 2, log });
  const close = () => void pool.end();
  const events: WorkerEvents = new EventEmitter();
  const release = holdLease(events, settings.leases);
  const [lost, stuck] = [lostLook(events), stuckAtItsEnd(events, settings)];
  cutWhenSilent(events, pool);
  const runner = await run(runnerOptions({ plan, settings, events, pool })).catch((error: unknown) => {
    close();
    throw error;
  });
  // What it has in hand it brings to its end, with its lease.
  void lost.then(() => runner.stop()).catch(() => undefined);
  const ended = Promise.race([runner.promise, stuck.then(() => runner.stop())])
    .catch(() => undefined)
    .then(close)
    .then(release);
  return { runner, ended };
}

/** From the beginning of the pool until the answer is called, at the end of its last job. */
function holdLease(events: WorkerEvents, leases: Leases): () => void {
  const held: string[] = [];
  events.once('pool:create', ({ workerPool: { id } }) => {
    held.push(id);
    leases.hold(id);
  });
  return () => held.forEach(leases.release);
}

/**
 * graphile-worker 0.18 ends its listening with a question, and waits for the answer for ever on a connection that has died
 * without a word.
 */
function cutWhenSilent(events: WorkerEvents, pool: Pool): void {
  const timers = new Map<PoolClient, NodeJS.Timeout>();
  const calm = (client: PoolClient) => {
    clearTimeout(timers.get(client));
    timers.delete(client);
  };
  events.on('pool:listen:release', ({ client }) => {
    calm(client);
    timers.set(client, setTimeout(() => void cut(client), goodbyeWithinMs).unref());
  });
  pool.on('release', (_, client) => calm(client));
}

/** With a question that is left open pg does not wait for the other end. */
const cut = (client: PoolClient) => (client as unknown as Client).end().catch(() => undefined);

/**
 * Resolves when a pool has done its last job and does not come to its end. graphile-worker 0.18 counts one too few of the
 * batches that are under way after two of them failed, as they do in a lost database, and waits for ever.
 */
function stuckAtItsEnd(
  events: WorkerEvents,
  { endsWithinMs = 10_000 }: PostgresDriverSettings,
): Promise<void> {
  return new Promise((resolve) => {
    const wait = () => void setTimeout(resolve, endsWithinMs).unref();
    events.once('pool:gracefulShutdown:complete', wait);
    events.once('pool:gracefulShutdown:error', wait);
  });
}

/**
 * Resolves when a look for jobs failed after which the pool must not go on.
 *
 * - Its connection was lost: a job that was taken in that moment is ours, and nobody does it. With the pool goes its lease.
 * - It was the first: graphile-worker 0.18 asks once for the ids of its tasks and remembers also that the answer was lost.
 *   It would fail at every look from then on, with the database long back.
 */
function lostLook(events: WorkerEvents): Promise<void> {
  const state = { hasLooked: false };
  const looked = () => void (state.hasLooked = true);
  events.once('worker:getJob:empty', looked);
  events.once('job:start', looked);
  return new Promise((resolve) => {
    events.on('worker:getJob:error', ({ error }) => {
      if (!state.hasLooked || isLostTake(error as Error)) resolve();
    });
  });
}

type Options = { plan: WorkerPlan; settings: PostgresDriverSettings; events: WorkerEvents; pool: Pool };

function runnerOptions({ plan, settings, events, pool }: Options): RunnerOptions {
  const { concurrency, pollIntervalMs, log } = settings;
  return {
    pgPool: pool,
    concurrency,
    pollInterval: pollIntervalMs,
    noHandleSignals: true,
    taskList: Object.fromEntries(plan.jobNames.map((name) => [name, task(plan, log)])) as TaskList,
    parsedCronItems: [],
    logger: graphileLogger(log),
    events,
    // Without batches graphile-worker 0.18 awaits neither of these writes: one that a lost database breaks would be a
    // rejection that nobody handles, and the end of the process. As a batch it ends the worker, which begins again.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  };
}
