import type { Clock } from '@gangway/kit';
import type { RunInTransaction } from '../contract/driver.ts';
import type { JobsEngine } from '../contract/jobs.ts';

/** One process of the house: its own registry, worker and clock on the storage that all of them share. */
export type TestProcess = { jobs: JobsEngine; clock: Clock };

/** What a driver's test file gives the suite. `newProcess` runs one job at a time and looks for work often. */
export type DriverHarness = { transaction: RunInTransaction; newProcess(): TestProcess };

/** Each case stands alone; any test runner can run it: it throws when the driver breaks the promise in its name. */
export type ContractCase = { name: string; run(harness: DriverHarness): Promise<void> };

export type World = DriverHarness & { name(word: string): string };

/** Makes a case: names of its own in the shared storage, and every process it made stopped at its end. */
export function contractCase(name: string, body: (world: World) => Promise<void>): ContractCase {
  return {
    name,
    run: async (harness) => {
      const made: TestProcess[] = [];
      const own = Math.random().toString(36).slice(2);
      const newProcess = () => {
        const process = harness.newProcess();
        made.push(process);
        return process;
      };
      try {
        await body({ ...harness, newProcess, name: (word) => `test.${word}.${own}` });
      } finally {
        await Promise.all(made.map(({ jobs }) => jobs.stop()));
      }
    },
  };
}

/** Seals, prepares and starts. */
export async function open(...processes: TestProcess[]): Promise<void> {
  for (const { jobs } of processes) {
    jobs.seal();
    await jobs.prepare();
    await jobs.startWorker();
  }
}
