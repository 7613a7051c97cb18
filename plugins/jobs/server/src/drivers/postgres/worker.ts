import { EventEmitter } from 'node:events';
import { run } from 'graphile-worker';
import type { Runner, RunnerOptions, TaskList, WorkerEvents } from 'graphile-worker';
import type { RunningWorker, WorkerPlan } from '../../../../contract/driver.ts';
import type { PostgresDriverSettings } from './driver-settings.ts';
import { graphileLogger } from './graphile-log.ts';
import { holdLease } from './recovery.ts';
import { task } from './task.ts';

const restartAfterMs = 1000;

/** A runner of graphile-worker that is started again when it ends by itself, as after a lost database. */
export async function startWorker(
  plan: WorkerPlan,
  settings: PostgresDriverSettings,
): Promise<RunningWorker> {
  const state: { stopping: boolean; runner?: Runner; timer?: NodeJS.Timeout } = { stopping: false };
  const begin = async () => {
    state.runner = await run(runnerOptions(plan, settings));
    void state.runner.promise.catch(() => undefined).then(again);
  };
  const again = () => {
    if (state.stopping) return;
    settings.log.error('Jobs: the worker ended by itself; it is started again.');
    state.timer = setTimeout(() => void begin().catch(again), restartAfterMs);
  };
  if (plan.jobNames.length > 0) await begin();
  return {
    stop: async () => {
      state.stopping = true;
      clearTimeout(state.timer);
      await state.runner?.stop().catch(() => undefined);
    },
  };
}

function runnerOptions(plan: WorkerPlan, settings: PostgresDriverSettings): RunnerOptions {
  const { connectionString, concurrency, pollIntervalMs, log } = settings;
  return {
    connectionString,
    concurrency,
    pollInterval: pollIntervalMs,
    maxPoolSize: concurrency + 2,
    noHandleSignals: true,
    taskList: Object.fromEntries(plan.jobNames.map((name) => [name, task(plan, log)])) as TaskList,
    parsedCronItems: [],
    logger: graphileLogger(log),
    events: leaseEvents(),
    // Without batches graphile-worker 0.18 awaits neither of these writes: one that a lost database breaks would be a
    // rejection that nobody handles, and the end of the process. As a batch it ends the worker, which begins again.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  };
}

// Fires after every connection and reconnection of the pool's listening session, which is the one that lives on. The
// session is about to LISTEN then: the lease is taken behind that.
function leaseEvents(): WorkerEvents {
  const events: WorkerEvents = new EventEmitter();
  events.on('pool:listen:success', ({ client, workerPool }) => {
    client.once('drain', () => void client.query(holdLease, [workerPool.id]).catch(() => undefined));
  });
  return events;
}
