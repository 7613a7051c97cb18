import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { TakenJob, WorkerPlan } from '../../../../contract/driver.ts';
import type { JobLog } from '../../../../contract/job.ts';
import { messageOf } from '../../services/message-of.ts';
import { markFailed, removeDone } from './rows.ts';
import type { TakenRow } from './rows.ts';
import { completeTaken } from './complete.ts';

const longestError = 2000;
const settleEveryMs = 1000;

export type RunsSettings = {
  pool: Pool;
  holder: string;
  plan: WorkerPlan;
  log: JobLog;
  onEnd(failed: boolean): void;
};

/** The jobs that this process has in hand. */
export type Runs = {
  /** Takes jobs and runs them; false when none is taken any more. */
  take(taking: () => Promise<TakenRow[]>): Promise<boolean>;
  count(): number;
  /** The numbers of their rows. */
  inHand(): string[];
  /** Takes no more; resolves when none is in hand. */
  stop(): Promise<void>;
};

export function createRuns(settings: RunsSettings): Runs {
  const taking = new Set<Promise<void>>();
  const running = new Set<TakenRow>();
  const stopping = new AbortController();
  const run = async (row: TakenRow) => {
    running.add(row);
    await runRow(settings, { row, signal: stopping.signal });
    running.delete(row);
  };
  return {
    take: async (taker) => {
      if (stopping.signal.aborted) return false;
      const work = taker().then(async (rows) => void (await Promise.all(rows.map(run))));
      taking.add(work);
      await work.finally(() => taking.delete(work));
      return true;
    },
    count: () => running.size,
    inHand: () => [...running].map(({ id }) => id),
    stop: async () => {
      stopping.abort();
      await Promise.allSettled(taking);
    },
  };
}

type Run = { row: TakenRow; signal: AbortSignal };

async function runRow(settings: RunsSettings, { row, signal }: Run): Promise<void> {
  const { pool, holder, plan, log } = settings;
  const { taken, isCompleted } = takenJob(row, holder);
  const settle = (work: () => Promise<unknown>) => untilSettled({ work, signal, log });
  try {
    await plan.handle(taken);
  } catch (error) {
    const failed = {
      ...row,
      error: messageOf(error).slice(0, longestError),
      retryAfter: plan.retryAfter(taken, error),
    };
    await settle(() => markFailed(pool, holder, failed));
    return settings.onEnd(true);
  }
  if (!isCompleted()) await settle(() => removeDone(pool, holder, row));
  settings.onEnd(false);
}

function takenJob(row: TakenRow, holder: string) {
  const state = { completed: false };
  const taken: TakenJob = {
    id: row.id,
    name: row.name,
    payload: JSON.parse(row.payload) as unknown,
    attempt: row.attempts,
    waitedMs: row.waitedMs,
    complete: async (trx) => {
      await completeTaken(trx, { row, holder });
      state.completed = true;
    },
  };
  return { taken, isCompleted: () => state.completed };
}

type Settling = { work: () => Promise<unknown>; signal: AbortSignal; log: JobLog };

/**
 * The end of a job must be written, or the row would say for as long as this process lives that it runs. A process
 * that stops leaves it to the others, who find its lease gone.
 */
async function untilSettled({ work, signal, log }: Settling): Promise<void> {
  try {
    return void (await work());
  } catch (error) {
    log.warn(`Jobs: the end of a job could not be written: ${messageOf(error)}`);
    if (signal.aborted) return;
  }
  await pause(settleEveryMs, undefined, { signal }).catch(() => undefined);
  return untilSettled({ work, signal, log });
}
