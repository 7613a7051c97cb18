import { createClock } from '@gangway/kit';
import type { Clock } from '@gangway/kit';
import type { ClockMove } from './clock-move.ts';
import type { ClockAnswer, CmsClock } from './cms-clock.ts';

const pollMs = 2_000;

export type BusinessClock = {
  /** Follows the clock of cms: at once when it was asked or moved here, else within two seconds. */
  clock: Pick<Clock, 'now' | 'onMove'>;
  read(): Promise<ClockAnswer>;
  move(move: ClockMove): Promise<ClockAnswer>;
  stop(): void;
};

/** The business time for everybody in the sandbox. While cms does not answer, its last word holds. */
export function businessClock(cms: CmsClock): BusinessClock {
  const clock = createClock();
  const follow = (answer: ClockAnswer): ClockAnswer => {
    if ('state' in answer) clock.setOffset(answer.state.offsetMs);
    return answer;
  };
  const read = async () => follow(await cms.read());
  const poll = setInterval(() => void read(), pollMs).unref();
  void read();
  return {
    clock,
    read,
    move: async (move) => follow(await cms.move(move)),
    stop: () => clearInterval(poll),
  };
}
