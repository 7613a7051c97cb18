import { parseArgs } from 'node:util';
import { operatorError } from '../../database/operator-error.ts';

/** How much of each part there is, in the order in which they run. */
const whole = {
  episodes: 500,
  /** Of cms, and as many of PostgreSQL. */
  kills: 50,
  crowds: 20,
  deadlines: 200,
  /** Rounds with two processes of cms. */
  twins: 40,
  /** Rounds in which Redis loses everything three times. */
  redis: 20,
  sequences: 10_000,
};

export type PartName = keyof typeof whole;

export type ProofArguments = Record<PartName, number> & {
  /** Of the first round of every part, and of the sequences; the next one has the next seed. */
  seed: number;
  /** Whether docs/transcripts/proof.txt is of this run: of the long form, and of another one when it is asked for. */
  transcript: boolean;
};

export const partNames = Object.keys(whole) as PartName[];
const keep = '--transcript';
const names = [...partNames, 'seed'] as const;

/**
 * `npm run proof -- --episodes 500 --kills 50 --seed 1`; what is left out is the long form, and the seed another one
 * every time. `--only crowds` leaves out the other parts.
 * @throws OperatorError UNKNOWN_ARGUMENT
 */
export function proofArguments(args: string[], anySeed: number): ProofArguments {
  try {
    const numbers = Object.fromEntries([...names, 'only'].map((name) => [name, { type: 'string' }] as const));
    const isKept = args.includes(keep);
    const { only, ...values } = parseArgs({
      args: args.filter((arg) => arg !== keep),
      options: numbers,
    }).values;
    if (only !== undefined && !partNames.some((name) => name === only)) throw new Error('no part');
    const given = names.flatMap((name) => (values[name] === undefined ? [] : [[name, Number(values[name])]]));
    const wanted = {
      ...partsOf(only),
      seed: anySeed,
      ...(Object.fromEntries(given) as Partial<ProofArguments>),
    };
    if (!names.every((name) => Number.isInteger(wanted[name]) && wanted[name] >= 0))
      throw new Error('no number');
    const isWhole = partNames.every((name) => wanted[name] === whole[name]);
    return { ...wanted, transcript: isKept || isWhole };
  } catch (cause) {
    const options = names.map((name) => `--${name}`).join(', ');
    const message = `npm run proof knows ${options} with whole numbers, --only with the name of a part, and --transcript: leave out the rest.`;
    throw operatorError('UNKNOWN_ARGUMENT', message, cause);
  }
}

const partsOf = (only: unknown): Record<PartName, number> =>
  Object.fromEntries(
    partNames.map((name) => [name, only === undefined || only === name ? whole[name] : 0]),
  ) as Record<PartName, number>;
