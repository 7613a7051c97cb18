import { join } from 'node:path';
import { startCompanion } from '../companion.ts';
import type { FromStrangers, StrangersOrder, StrangersReport, ToStrangers } from './messages.ts';

export interface Strangers {
  opened: StrangersReport;
  report: () => Promise<StrangersReport>;
  stop: () => void;
}

/** Resolves when all of them have knocked. */
export async function startStrangers(order: StrangersOrder): Promise<Strangers> {
  const file = join(import.meta.dirname, 'process.ts');
  const { ask, stop } = await startCompanion<ToStrangers, FromStrangers>(file, 'The strangers');
  const { report: opened } = await ask({ kind: 'open', order }, 'opened');
  return { opened, stop, report: async () => (await ask({ kind: 'report' }, 'report')).report };
}
