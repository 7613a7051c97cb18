import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { operatorError } from '../../database/operator-error.ts';
import { root } from '../root.ts';

export interface StartArguments {
  reset: boolean;
  /** Where data, secrets and logs are kept: `.gangway` unless `--data` names another folder. */
  folder: string;
  /** Which season an empty database gets; tests take the small one. */
  season: 'demo' | 'small';
}

/**
 * Those of `npm start`; `npm run dev` takes the same.
 * @throws OperatorError UNKNOWN_ARGUMENT
 */
export function startArguments(args: string[], command = 'npm start'): StartArguments {
  try {
    const options = {
      reset: { type: 'boolean', default: false },
      data: { type: 'string' },
      season: { type: 'string', default: 'demo' },
    } as const;
    const { values } = parseArgs({ args, options });
    const season = z.enum(['demo', 'small']).parse(values.season);
    return { reset: values.reset, folder: resolve(values.data ?? join(root, '.gangway')), season };
  } catch (cause) {
    const known = '"--reset", "--data <folder>" and "--season demo" or "--season small"';
    throw operatorError('UNKNOWN_ARGUMENT', `${command} -- knows ${known}: leave out the rest.`, cause);
  }
}
