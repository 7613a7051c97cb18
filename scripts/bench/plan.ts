import type { BenchArguments } from './arguments.ts';
import type { Pace, Row } from './rows/row.ts';

/** Building what has changed, the copy of the data, cms at its door; making the data anew is twice as long. */
const openingSeconds = 60;

export function paceOf({ rounds, seconds, quick, soakMinutes }: BenchArguments): Pace {
  return { rounds, seconds, quick, soakMinutes, warmUpSeconds: quick ? 1 : 2 };
}

/** @returns how long it is going to take, row by row, in seconds */
export function expectedSeconds(rows: readonly Row[], wanted: BenchArguments): number {
  return openingSeconds + rows.reduce((sum, { expected }) => sum + expected(paceOf(wanted)), 0);
}

/** What is going to run, for the screen. */
export function planOf(rows: readonly Row[], wanted: BenchArguments): string[] {
  const each = rows.map(({ name, expected }) => `${name} ${expected(paceOf(wanted)).toFixed(0)} s`);
  const minutes = Math.ceil(expectedSeconds(rows, wanted) / 60);
  return [`${wanted.rounds} rounds of ${wanted.seconds} s, about ${minutes} min: ${each.join(', ')}`];
}
