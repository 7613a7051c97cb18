import type { Clock } from '@gangway/kit';
import type { RunInTransaction, TakenJob, WorkerPlan } from '../../../contract/driver.ts';
import { isGivenUp } from '../../../contract/job.ts';
import type { JobLog, JobRun } from '../../../contract/job.ts';
import type { AttemptEnd } from '../../../contract/jobs.ts';
import { backoffSeconds, defaultRetries } from '../domain/backoff.ts';
import type { AnyJob } from '../domain/definition.ts';
import { readPayload } from '../domain/payload.ts';
import type { Registry } from '../domain/registry.ts';
import type { Calm } from './calm.ts';
import { messageOf } from './message-of.ts';

export type AttemptSettings = {
  registry: Registry;
  transaction: RunInTransaction;
  clock: Clock;
  log: JobLog;
  /** What work in the background waits for. */
  calm: Calm;
  /** Told of every attempt when it has ended. */
  ended(end: AttemptEnd): void;
};

/** What a driver needs to run this house's jobs. */
export function workerPlan(settings: AttemptSettings): WorkerPlan {
  const { registry, log } = settings;
  return {
    jobNames: registry.jobNames(),
    backgroundNames: registry.jobNames().filter((name) => registry.job(name).background === true),
    handle: (taken) => watched(registry.job(taken.name), taken, settings),
    retryAfter: (taken, error) => {
      const seconds = retryAfter(registry.job(taken.name), taken, error);
      const outcome = seconds === undefined ? 'is a dead letter now' : `is tried again in ${seconds} s`;
      log[seconds === undefined ? 'error' : 'warn'](
        `Job "${taken.name}" failed and ${outcome}: ${messageOf(error)}`,
        {
          job: taken.name,
          jobId: taken.id,
          attempt: taken.attempt,
        },
      );
      return seconds;
    },
  };
}

async function watched(job: AnyJob, taken: TakenJob, settings: AttemptSettings): Promise<void> {
  if (job.background) await settings.calm.wait(taken.waitedMs);
  const began = performance.now();
  const end = (outcome: AttemptEnd['outcome']) =>
    settings.ended({ job: job.name, outcome, seconds: (performance.now() - began) / 1000 });
  try {
    await attempt(job, taken, settings);
  } catch (error) {
    end(retryAfter(job, taken, error) === undefined ? 'dead' : 'again');
    throw error;
  }
  end('done');
}

async function attempt(job: AnyJob, taken: TakenJob, settings: AttemptSettings): Promise<void> {
  const context: JobRun<Record<string, unknown>> = {
    payload: readPayload(job, taken.payload),
    now: settings.clock.now(),
    attempt: taken.attempt,
    log: settings.log,
  };
  if (!job.transaction) return void (await job.run(context));
  await settings.transaction(async (trx) => {
    await job.run({ ...context, trx });
    await taken.complete(trx);
  });
}

function retryAfter({ retries }: AnyJob, { attempt }: TakenJob, error: unknown): number | undefined {
  if (isGivenUp(error) || attempt >= (retries?.max ?? defaultRetries.max)) return undefined;
  return backoffSeconds(retries?.backoff ?? defaultRetries.backoff, attempt);
}
