import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { operatorError } from '../../database/operator-error.ts';
import { root } from '../root.ts';

export interface StartArguments {
  reset: boolean;
  /** Where data, secrets and logs are kept: `.gangway` unless `--data` names another folder. */
  folder: string;
}

/** @throws OperatorError UNKNOWN_ARGUMENT */
export function startArguments(args: string[]): StartArguments {
  try {
    const options = { reset: { type: 'boolean', default: false }, data: { type: 'string' } } as const;
    const { values } = parseArgs({ args, options });
    return { reset: values.reset, folder: resolve(values.data ?? join(root, '.gangway')) };
  } catch (cause) {
    throw operatorError(
      'UNKNOWN_ARGUMENT',
      'npm start knows "-- --reset" and "-- --data <folder>": leave out the rest.',
      cause,
    );
  }
}
