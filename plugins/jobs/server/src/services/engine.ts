import { requireOpen } from '@gangway/kit';
import type { Clock, Transaction } from '@gangway/kit';
import type { JobDriver, NewJob, RunInTransaction, RunningWorker } from '../../../contract/driver.ts';
import type { JobHandle, JobLog, PayloadSchema } from '../../../contract/job.ts';
import type { AttemptEnd, JobRequest, JobsEngine, SweepDefinition } from '../../../contract/jobs.ts';
import { defaultRetries } from '../domain/backoff.ts';
import type { AnyJob } from '../domain/definition.ts';
import { storedPayload } from '../domain/payload.ts';
import { createRegistry } from '../domain/registry.ts';
import type { Registry } from '../domain/registry.ts';
import { workerPlan } from './attempt.ts';
import type { Calm } from './calm.ts';
import { cronSweep } from './cron-sweep.ts';
import { createDrains } from './drains.ts';
import { createSweeper } from './sweeper.ts';
import type { Sweeper } from './sweeper.ts';

export type EngineSettings = {
  driver: JobDriver;
  transaction: RunInTransaction;
  clock: Clock;
  log: JobLog;
  /** What work in the background waits for; nothing when left out. */
  calm?: Calm;
};

/** Jobs of one process, over any driver. */
export function createJobs(settings: EngineSettings): JobsEngine {
  const { driver } = settings;
  const registry = createRegistry();
  const enqueueAll = (trx: Transaction, requests: readonly JobRequest[]) =>
    store({ driver, registry, trx, requests });
  const watching: { watch?: (end: AttemptEnd) => void } = {};
  const ended = (end: AttemptEnd) => watching.watch?.(end);
  const worker = createWorker({ calm: always, ...settings, registry, enqueueAll, ended });
  const drains = createDrains({ ...settings, registry, enqueueAll });
  return {
    define: (definition) => {
      registry.addJob(definition as unknown as AnyJob);
      return { name: definition.name, payload: definition.payload };
    },
    subscribe: registry.subscribe,
    cron: registry.addCron,
    sweep: registry.addSweep,
    drain: drains.drain,
    append: drains.append,
    enqueue: (trx: Transaction, job: string | JobHandle<PayloadSchema>, payload: unknown, options = {}) =>
      enqueueAll(trx, [{ ...options, job, payload }]),
    enqueueAll,
    announce: (trx, event, payload) =>
      enqueueAll(
        trx,
        registry.subscribersOf(event).map((job) => ({ job, payload })),
      ),
    deadLetters: driver.deadLetters,
    watchAttempts: (watch) => void (watching.watch = watch),
    seal: registry.seal,
    prepare: () => driver.prepare(registry.jobNames()),
    startWorker: worker.start,
    sweepNow: worker.sweepNow,
    stop: worker.stop,
  };
}

type Storing = { driver: JobDriver; registry: Registry; trx: Transaction; requests: readonly JobRequest[] };

async function store({ driver, registry, trx, requests }: Storing): Promise<void> {
  requireOpen(trx, 'enqueue a job');
  const jobs = requests.map((request) => newJob(registry.job(request.job), request));
  if (jobs.length > 0) await driver.add(trx, jobs);
}

function newJob(job: AnyJob, { payload, key, runAfter }: JobRequest): NewJob {
  const maxAttempts = job.retries?.max ?? defaultRetries.max;
  return { name: job.name, payload: storedPayload(job, payload), maxAttempts, key, runAfter };
}

/** In a process of workers nobody is in the way. */
const always: Calm = { wait: () => Promise.resolve(), stop: () => undefined };

type WorkerSettings = EngineSettings & {
  registry: Registry;
  calm: Calm;
  ended(end: AttemptEnd): void;
  enqueueAll(trx: Transaction, requests: readonly JobRequest[]): Promise<void>;
};

function createWorker(settings: WorkerSettings) {
  const parts: {
    started?: Promise<void>;
    running?: RunningWorker;
    sweepers: Sweeper[];
    unsubscribe?: () => void;
  } = { sweepers: [] };
  const sweepNow = async () => {
    await Promise.all(parts.sweepers.map((sweeper) => sweeper.sweepNow({ patient: true })));
  };
  const start = async () => {
    parts.running = await settings.driver.start(workerPlan(settings));
    parts.sweepers = sweepsOf(settings).map((sweep) => createSweeper({ ...settings, sweep }));
    parts.unsubscribe = settings.clock.onMove(() => void sweepNow());
    for (const sweeper of parts.sweepers) sweeper.start();
  };
  return {
    sweepNow,
    start: () => (parts.started ??= start()),
    stop: async () => {
      await parts.started?.catch(() => undefined);
      parts.unsubscribe?.();
      settings.calm.stop();
      await Promise.all([parts.running?.stop(), ...parts.sweepers.map((sweeper) => sweeper.stop())]);
    },
  };
}

function sweepsOf({ registry, driver, enqueueAll }: WorkerSettings): SweepDefinition[] {
  const recovery: SweepDefinition = {
    name: 'jobs.recovery',
    everySeconds: 10,
    run: ({ trx }) => driver.recover(trx),
  };
  const cron = registry.crons.size > 0 ? [cronSweep({ crons: registry.crons, enqueueAll })] : [];
  return [...registry.sweeps.values(), ...cron, recovery];
}
