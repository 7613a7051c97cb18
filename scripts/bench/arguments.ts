import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { operatorError } from '../../database/operator-error.ts';
import { rowNames } from './rows/row.ts';
import type { RowName } from './rows/row.ts';

export interface BenchArguments {
  only: RowName[];
  quick: boolean;
  small: boolean;
  rounds: number;
  seconds: number;
  /** Minutes of load at which memory is looked at; 0: none. */
  soakMinutes: number;
  fresh: boolean;
  /** Into the report of the last whole run. */
  merge: boolean;
  /** Says what would run and how long, and runs nothing. */
  plan: boolean;
  /** Folder of the results; undefined: docs/bench, and nothing for a quick look. */
  out: string | undefined;
  /** Folder of the data; undefined: .gangway/bench. */
  data: string | undefined;
}

const options = {
  only: { type: 'string' },
  quick: { type: 'boolean', default: false },
  small: { type: 'boolean', default: false },
  rounds: { type: 'string' },
  seconds: { type: 'string' },
  soak: { type: 'string' },
  fresh: { type: 'boolean', default: false },
  merge: { type: 'boolean', default: false },
  plan: { type: 'boolean', default: false },
  out: { type: 'string' },
  data: { type: 'string' },
} as const;

/**
 * What `npm run bench -- …` was asked for.
 * @throws OperatorError UNKNOWN_ARGUMENT
 */
export function benchArguments(args: string[]): BenchArguments {
  try {
    const { values } = parseArgs({ args, options });
    const { quick, small, fresh, merge, plan } = values;
    if (merge && (quick || small)) throw new Error('A look is no part of a report.');
    return {
      ...{ quick, small, fresh, merge, plan },
      only: values.only === undefined ? [...rowNames] : values.only.split(',').map(rowNamed),
      rounds: whole(values.rounds ?? (quick ? '1' : '3'), 'rounds'),
      seconds: whole(values.seconds ?? (quick ? '3' : '8'), 'seconds'),
      soakMinutes: values.soak === undefined ? 0 : whole(values.soak.replace(/m$/, ''), 'soak'),
      out: values.out === undefined ? undefined : resolve(values.out),
      data: values.data === undefined ? undefined : resolve(values.data),
    };
  } catch (cause) {
    throw operatorError('UNKNOWN_ARGUMENT', usage((cause as Error).message), cause);
  }
}

function rowNamed(name: string): RowName {
  const known = rowNames.find((row) => row === name.trim());
  if (!known) throw new Error(`There is no row "${name.trim()}".`);
  return known;
}

function whole(text: string, name: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} is a whole number from 1.`);
  return number;
}

const usage = (reason: string) =>
  `${reason} npm run bench knows --only ${rowNames.join(',')}, --quick, --small, --rounds, --seconds, --soak 10m, --fresh, --merge, --plan, --data and --out: leave out the rest.`;
