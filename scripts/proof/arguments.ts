import { parseArgs } from 'node:util';
import { operatorError } from '../../database/operator-error.ts';

export interface ProofArguments {
  episodes: number;
  sequences: number;
  /** Of cms, and as many of PostgreSQL. */
  kills: number;
  /** Of the first episode and of the sequences; the next episode has the next one. */
  seed: number;
}

const names = ['episodes', 'sequences', 'kills', 'seed'] as const;

/**
 * `npm run proof -- --episodes 500 --sequences 10000 --kills 50 --seed 1`; what is left out is the long form, and the
 * seed another one every time.
 * @throws OperatorError UNKNOWN_ARGUMENT
 */
export function proofArguments(args: string[], anySeed: number): ProofArguments {
  const whole = { episodes: 500, sequences: 10_000, kills: 50, seed: anySeed };
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' }] as const));
    const { values } = parseArgs({ args, options });
    const given = names.flatMap((name) => (values[name] === undefined ? [] : [[name, Number(values[name])]]));
    const wanted = { ...whole, ...(Object.fromEntries(given) as Partial<ProofArguments>) };
    if (!names.every((name) => Number.isInteger(wanted[name]) && wanted[name] >= 0))
      throw new Error('no number');
    return wanted;
  } catch (cause) {
    const message = `npm run proof knows ${names.map((name) => `--${name}`).join(', ')} with whole numbers: leave out the rest.`;
    throw operatorError('UNKNOWN_ARGUMENT', message, cause);
  }
}
