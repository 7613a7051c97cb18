import { availableParallelism } from 'node:os';
import { seconds } from '../start/progress.ts';
import type { PartReport } from './part.ts';

/** A part that has ended, and how long it took. */
export interface Played {
  report: PartReport;
  milliseconds: number;
}

interface Run {
  /** What `npm run proof --` was given. */
  args: readonly string[];
  seed: number;
  played: readonly Played[];
}

export function summary({ report, milliseconds }: Played): string {
  const lines = Object.entries(report.counts).map(
    ([what, count]) => `  ${what.padEnd(24)} ${String(count).padStart(7)}`,
  );
  return [`── ${report.name}: ${seconds(milliseconds)}`, ...lines].join('\n');
}

/** What is kept of a run that found nothing: what was played and what happened in it, and nothing of where. */
export function transcript({ args, seed, played }: Run, processors = availableParallelism()): string {
  const command = ['npm run proof', ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
  const took = played.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  return [
    `$ ${command}`,
    `seed ${seed}, ${processors} processors, ${Math.ceil(took / 60_000)} min`,
    '',
    ...played.filter(({ report }) => Object.values(report.counts).some((count) => count > 0)).map(summary),
    '',
    'Nothing was lost.',
    '',
  ].join('\n');
}
