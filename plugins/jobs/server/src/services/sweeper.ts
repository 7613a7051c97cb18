import { AsyncLocalStorage } from 'node:async_hooks';
import type { Clock } from '@gangway/kit';
import type { RunInTransaction } from '../../../contract/driver.ts';
import type { JobLog } from '../../../contract/job.ts';
import type { SweepDefinition } from '../../../contract/jobs.ts';
import { createResting } from '../domain/resting.ts';
import type { Resting } from '../domain/resting.ts';
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

type Round = { patient: boolean; careful: boolean; aside: Set<string> };

/** False when the sweep takes what was set aside. Of a batch that fails at its commit no item is known, so it comes one by one. */
function goesOn(round: Round, { item, resting }: { item: string; resting: Resting }): boolean {
  if (!round.careful) return (round.careful = true);
  if (round.aside.has(item)) return false;
  round.aside.add(item);
  round.careful = false;
  resting.failed(item);
  return true;
}

/** Runs one sweep in this process: never twice at a time, and once more when it was asked for meanwhile. */
export function createSweeper({ sweep, transaction, clock, log }: SweeperSettings): Sweeper {
  const state = { stopped: false, asked: false, patient: false };
  // Whoever moves the clock may have a transaction open, which Strapi would take for ours.
  const inOwnContext = AsyncLocalStorage.snapshot();
  const work: { running?: Promise<void>; timer?: NodeJS.Timeout } = {};

  const resting = createResting({ firstSeconds: sweep.everySeconds, now: Date.now });

  const batch = ({ patient, careful, aside }: Round, at: (item: string) => void) =>
    transaction(async (trx) => {
      if (!(await takeSweepLock(trx, { name: sweep.name, patient }))) return false;
      const result = await sweep.run({ now: clock.now(), trx, log, careful, aside, at });
      return result?.more ?? false;
    });

  /** Whether the round goes on. */
  const step = async (round: Round): Promise<boolean> => {
    const items: string[] = [];
    try {
      const more = await batch(round, (item) => items.push(item));
      items.forEach(resting.handled);
      return more;
    } catch (error) {
      const item = items.at(-1);
      const of = item === undefined ? '' : ` at ${item}`;
      log.error(`Sweep "${sweep.name}" failed${of} and will be tried again: ${messageOf(error)}`);
      return item !== undefined && goesOn(round, { item, resting });
    }
  };

  const sweepAll = async () => {
    const { patient } = state;
    // Who asks wants to know now: also of what rests.
    const round = { patient, careful: false, aside: new Set(patient ? [] : resting.items()) };
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
