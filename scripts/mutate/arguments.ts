import { parseArgs } from 'node:util';
import { operatorError } from '../../database/operator-error.ts';
import { mutatedParts } from './parts.ts';

export interface MutateArguments {
  /** Part of the name of what is meant; empty for all of it. */
  part: string;
  /** Processes at once. */
  concurrency: number;
}

/**
 * `npm run mutate -- --part seating --concurrency 2`; what is left out is everything, one process at a time.
 * @throws OperatorError UNKNOWN_ARGUMENT
 */
export function mutateArguments(args: string[]): MutateArguments {
  try {
    const options = { part: { type: 'string' }, concurrency: { type: 'string' } } as const;
    const { part = '', concurrency = '1' } = parseArgs({ args, options }).values;
    if (!mutatedParts.some(({ name }) => name.includes(part))) throw new Error('no such part');
    if (!/^[1-9]\d?$/.test(concurrency)) throw new Error('no number');
    return { part, concurrency: Number(concurrency) };
  } catch (cause) {
    const parts = mutatedParts.map(({ name }) => name).join(', ');
    const message = `npm run mutate knows --part (${parts}) and --concurrency with a number from 1 to 99.`;
    throw operatorError('UNKNOWN_ARGUMENT', message, cause);
  }
}
