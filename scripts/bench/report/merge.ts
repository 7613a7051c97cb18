import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunFacts } from './run-facts.ts';
import type { FullRow, Results } from './write-report.ts';

/** What stands in the folder, with these rows in the place of those of the same name. */
export function mergedInto(folder: string, late: Results): Results {
  const file = join(folder, 'results.json');
  if (!existsSync(file)) return late;
  const { rows, ...facts } = JSON.parse(readFileSync(file, 'utf8')) as RunFacts & { rows: FullRow[] };
  return merged({ facts, rows }, late);
}

/** Each late row says by itself when it was measured and of what. */
export function merged(before: Results, { facts, rows }: Results): Results {
  const { date, commit, rounds, seconds } = facts;
  const late = rows.map((row) => ({ ...row, byItself: { date, commit, rounds, seconds } }));
  const again = (row: FullRow) => late.find(({ name }) => name === row.name);
  const isNew = (row: FullRow) => before.rows.every(({ name }) => name !== row.name);
  return { ...before, rows: [...before.rows.map((row) => again(row) ?? row), ...late.filter(isNew)] };
}
