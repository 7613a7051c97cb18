import { join } from 'node:path';
import { startCompanion } from '../companion.ts';
import type { Change, FromReaders, ReadersReport, ToReaders } from './messages.ts';

export interface Readers {
  open: number;
  lost: number;
  report: (changes: Change[]) => Promise<ReadersReport[]>;
  stop: () => void;
}

const perProcess = 3_400;
/** Addresses of one process, more than it needs. */
const addresses = 64;

/** Opens so many readers of a departure's map, in as many processes as that takes. */
export async function startReaders(work: { url: string; eventId: string; count: number }): Promise<Readers> {
  const processes = Math.ceil(work.count / perProcess);
  const file = join(import.meta.dirname, 'process.ts');
  const children = await Promise.all(
    Array.from({ length: processes }, () => startCompanion<ToReaders, FromReaders>(file, 'The readers')),
  );
  const opened = await Promise.all(
    children.map(({ ask }, index) => {
      // Not one more than was asked for: a server may let in exactly so many.
      const count = Math.floor((work.count + index) / processes);
      return ask({ ...work, kind: 'open', count, firstAddress: 2 + index * addresses }, 'opened');
    }),
  );
  return {
    open: opened.reduce((sum, { open }) => sum + open, 0),
    lost: opened.reduce((sum, { lost }) => sum + lost, 0),
    report: (changes) =>
      Promise.all(
        children.map(async ({ ask }) => (await ask({ kind: 'changes', changes }, 'report')).report),
      ),
    stop: () => children.forEach(({ stop }) => stop()),
  };
}
