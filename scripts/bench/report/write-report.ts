import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import prettier from 'prettier';
import { root } from '../../root.ts';
import type { Round } from '../load/drive.ts';
import type { RunFacts } from './run-facts.ts';
import { limitsOf, page } from './table.ts';
import type { ReportedRow } from './table.ts';

export const reportFolder = join(root, 'docs', 'bench');

export type FullRow = ReportedRow & { rounds: Round[] };

export interface Results {
  facts: RunFacts;
  rows: FullRow[];
}

/** Writes `results.json` with every round, and `README.md` with the table. */
export async function writeReport(folder: string, { facts, rows }: Results) {
  mkdirSync(folder, { recursive: true });
  const bare = rows.map((row) => ({ ...row, rounds: row.rounds.map(({ facts: _, ...round }) => round) }));
  await write(join(folder, 'results.json'), JSON.stringify({ ...facts, rows: bare }));
  const limitsFile = join(reportFolder, 'limits.md');
  const limits = limitsOf(existsSync(limitsFile) ? readFileSync(limitsFile, 'utf8') : '');
  await write(join(folder, 'README.md'), page({ facts, rows, limits }));
}

async function write(file: string, text: string): Promise<void> {
  const options = await prettier.resolveConfig(file);
  writeFileSync(file, await prettier.format(text, { ...options, filepath: file }));
}
