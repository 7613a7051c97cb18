import { setTimeout as pause } from 'node:timers/promises';
import { createClock } from '@gangway/kit';
import type { Clock } from '@gangway/kit';
import type { ClockMove } from './clock-move.ts';
import type { ClockAnswer, CmsClock } from './cms-clock.ts';

const pollMs = 10_000;
const freshMs = 1_000;
const patienceMs = 300;

export type BusinessClock = {
  /** Follows the clock of cms: at once when it was moved here, else with the next request or within ten seconds. */
  clock: Pick<Clock, 'now' | 'onMove'>;
  read(): Promise<ClockAnswer>;
  move(move: ClockMove): Promise<ClockAnswer>;
  /** Asks cms unless that was done a second ago, and does not wait long. */
  refresh(): Promise<void>;
  stop(): void;
};

/** The business time for everybody in the sandbox. While cms does not answer, its last word holds. */
export function businessClock(cms: CmsClock): BusinessClock {
  const clock = createClock();
  const last = { askedAt: -Infinity };
  const follow = (answer: ClockAnswer): ClockAnswer => {
    if ('state' in answer) clock.setOffset(answer.state.offsetMs);
    return answer;
  };
  const read = async () => {
    last.askedAt = performance.now();
    return follow(await cms.read());
  };
  const refresh = async () => {
    if (performance.now() - last.askedAt < freshMs) return;
    await Promise.race([read(), pause(patienceMs, undefined, { ref: false })]);
  };
  const poll = setInterval(() => void read(), pollMs).unref();
  void read();
  return {
    clock,
    read,
    refresh,
    move: async (move) => follow(await cms.move(move)),
    stop: () => clearInterval(poll),
  };
}
