import type { Transaction } from '@gangway/kit';
import type { JobRequest, SweepDefinition } from '../../../contract/jobs.ts';
import { isDue } from '../domain/cron-schedule.ts';
import type { RegisteredCron } from '../domain/definition.ts';
import { lastRuns, markRun } from '../store/cron-runs.ts';
import type { CronRun } from '../store/cron-runs.ts';

const skewMs = 60_000;

export type CronSettings = {
  crons: ReadonlyMap<string, RegisteredCron>;
  enqueueAll(trx: Transaction, requests: readonly JobRequest[]): Promise<void>;
};

/** Crons are rows swept like everything else that is due: on business time, once for all processes. */
export function cronSweep({ crons, enqueueAll }: CronSettings): SweepDefinition {
  return {
    name: 'jobs.cron',
    everySeconds: 5,
    run: async ({ now, trx }) => {
      const runs = await lastRuns(trx, { names: [...crons.keys()], now });
      const due = runs.filter(({ name, last_at }) => isCronDue(crons.get(name), last_at, now));
      const names = [...due, ...runs.filter((run) => isAhead(run, now))].map(({ name }) => name);
      await markRun(trx, { names, at: now });
      await enqueueAll(
        trx,
        due.flatMap(({ name }) => request(crons.get(name))),
      );
    },
  };
}

function isCronDue(cron: RegisteredCron | undefined, lastRun: Date, now: Date): boolean {
  return cron !== undefined && isDue({ cron, lastRun, now });
}

// After the clock was moved back, a cron would wait until its old last run comes round again.
function isAhead({ last_at }: CronRun, now: Date): boolean {
  return last_at.getTime() > now.getTime() + skewMs;
}

function request(cron: RegisteredCron | undefined): JobRequest[] {
  return cron ? [{ job: cron.job, payload: cron.payload ?? {} }] : [];
}
