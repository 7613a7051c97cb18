import { join } from 'node:path';
import { startCompanion } from '../companion.ts';
import type { ChangesOrder, ChangesReport, FromChanges, ToChanges } from './messages.ts';

export interface Changes {
  /** What happened since the last report. */
  report: () => Promise<ChangesReport>;
  stop: () => Promise<void>;
}

const patienceMs = 3_000;

/** Changes prices and stock from a process of its own until it is stopped. */
export async function startChanges(order: ChangesOrder): Promise<Changes> {
  const file = join(import.meta.dirname, 'process.ts');
  const { tell, ask, ended, stop } = await startCompanion<ToChanges, FromChanges>(file, 'The changes');
  tell({ kind: 'begin', order });
  return {
    report: async () => (await ask({ kind: 'report' }, 'report')).report,
    stop: async () => {
      tell({ kind: 'end' });
      const late = setTimeout(stop, patienceMs);
      await ended;
      clearTimeout(late);
    },
  };
}
