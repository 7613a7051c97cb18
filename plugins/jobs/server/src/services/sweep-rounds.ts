import type { Clock } from '@gangway/kit';
import type { RunInTransaction } from '../../../contract/driver.ts';
import type { JobLog } from '../../../contract/job.ts';
import type { SweepDefinition } from '../../../contract/jobs.ts';
import { createResting } from '../domain/resting.ts';
import type { Resting } from '../domain/resting.ts';
import { takeSweepLock } from '../store/sweep-lock.ts';
import { messageOf } from './message-of.ts';

export type SweepRoundSettings = {
  sweep: SweepDefinition;
  transaction: RunInTransaction;
  clock: Clock;
  log: JobLog;
};

/** A round: batches until there is no more to do, or until it has to end. */
export type SweepRound = (how: { patient: boolean; isStopped(): boolean }) => Promise<void>;

type Round = { patient: boolean; careful: boolean; aside: Set<string> };

/** What a round knows of items is kept for the rounds after it. */
export function createSweepRounds({ sweep, transaction, clock, log }: SweepRoundSettings): SweepRound {
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

  return async ({ patient, isStopped }) => {
    // Who asks wants to know now: also of what rests.
    const round = { patient, careful: false, aside: new Set(patient ? [] : resting.items()) };
    while ((await step(round)) && !isStopped());
  };
}

/** False when the sweep takes what was set aside. Of a batch that fails at its commit no item is known, so it comes one by one. */
function goesOn(round: Round, { item, resting }: { item: string; resting: Resting }): boolean {
  if (!round.careful) return (round.careful = true);
  if (round.aside.has(item)) return false;
  round.aside.add(item);
  round.careful = false;
  resting.failed(item);
  return true;
}
