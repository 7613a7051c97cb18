import { AsyncLocalStorage } from 'node:async_hooks';
import type { Clock } from '@gangway/kit';
import type { RunInTransaction } from '../../../contract/driver.ts';
import { itemThatFailed, type JobLog } from '../../../contract/job.ts';
import type { SweepDefinition } from '../../../contract/jobs.ts';
import { takeSweepLock } from '../store/sweep-lock.ts';
import { messageOf } from './message-of.ts';

export type SweeperSettings = {
  sweep: SweepDefinition;
  transaction: RunInTransaction;
  clock: Clock;
  log: JobLog;
};

/** `patient` waits for another process that is sweeping; the timer leaves it to that one. */
export type Sweeper = {
  sweepNow(how: { patient: boolean }): Promise<void>;
  start(): void;
  stop(): Promise<void>;
};

type Round = { patient: boolean; aside: Set<string> };

/** False when there is nothing to go on without: the failure was of the batch, or of an item that was aside already. */
function setAside({ aside }: Round, error: unknown): boolean {
  const item = itemThatFailed(error);
  if (item === undefined || aside.has(item)) return false;
  aside.add(item);
  return true;
}

/** Runs one sweep in this process: never twice at a time, and once more when it was asked for meanwhile. */
export function createSweeper({ sweep, transaction, clock, log }: SweeperSettings): Sweeper {
  const state = { stopped: false, asked: false, patient: false };
  // Whoever moves the clock may have a transaction open, which Strapi would take for ours.
  const inOwnContext = AsyncLocalStorage.snapshot();
  const work: { running?: Promise<void>; timer?: NodeJS.Timeout } = {};

  const batch = ({ patient, aside }: Round) =>
    transaction(async (trx) => {
      if (!(await takeSweepLock(trx, { name: sweep.name, patient }))) return false;
      const result = await sweep.run({ now: clock.now(), trx, log, aside });
      return result?.more ?? false;
    });

  /** Whether the round goes on. */
  const step = async (round: Round): Promise<boolean> => {
    try {
      return await batch(round);
    } catch (error) {
      log.error(`Sweep "${sweep.name}" failed and will be tried again: ${messageOf(error)}`);
      return setAside(round, error);
    }
  };

  const sweepAll = async () => {
    const round = { patient: state.patient, aside: new Set<string>() };
    Object.assign(state, { asked: false, patient: false });
    while ((await step(round)) && !state.stopped);
  };

  const run = async () => {
    while (state.asked && !state.stopped) await sweepAll();
    // In the same tick as the look at `asked`: whoever asks later finds nothing running and starts anew.
    delete work.running;
  };

  const sweepNow = ({ patient }: { patient: boolean }) => {
    Object.assign(state, { asked: true, patient: state.patient || patient });
    return (work.running ??= inOwnContext(run));
  };

  return {
    sweepNow,
    start: () => {
      work.timer = setInterval(() => void sweepNow({ patient: false }), sweep.everySeconds * 1000);
      void sweepNow({ patient: false });
    },
    stop: async () => {
      state.stopped = true;
      clearInterval(work.timer);
      await work.running;
    },
  };
}
