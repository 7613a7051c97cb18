import { AsyncLocalStorage } from 'node:async_hooks';
import { createSweepRounds } from './sweep-rounds.ts';
import type { SweepRoundSettings } from './sweep-rounds.ts';

/** `patient` waits for another process that is sweeping; the timer leaves it to that one. */
export type Sweeper = {
  sweepNow(how: { patient: boolean }): Promise<void>;
  start(): void;
  stop(): Promise<void>;
};

/** Runs one sweep in this process: never twice at a time, and once more when it was asked for meanwhile. */
export function createSweeper(settings: SweepRoundSettings): Sweeper {
  const { everySeconds } = settings.sweep;
  const state = { stopped: false, asked: false, patient: false };
  // Whoever moves the clock may have a transaction open, which Strapi would take for ours.
  const inOwnContext = AsyncLocalStorage.snapshot();
  const work: { running?: Promise<void>; timer?: NodeJS.Timeout } = {};

  const round = createSweepRounds(settings);
  const next = () => {
    const { patient } = state;
    Object.assign(state, { asked: false, patient: false });
    return round({ patient, isStopped: () => state.stopped });
  };

  const run = async () => {
    while (state.asked && !state.stopped) await next();
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
      work.timer = setInterval(() => void sweepNow({ patient: false }), everySeconds * 1000);
      void sweepNow({ patient: false });
    },
    stop: async () => {
      state.stopped = true;
      clearInterval(work.timer);
      await work.running;
    },
  };
}
