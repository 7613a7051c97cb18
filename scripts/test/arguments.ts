import { parseArgs } from 'node:util';
import { operatorError } from '../../database/operator-error.ts';
import { phases } from './phases.ts';
import type { Phase } from './phases.ts';

export interface TestArguments {
  phases: Phase[];
  patterns: string[];
}

/**
 * `npm test` runs everything; `npm test -- --only unit --only e2e seats` the named phases, and in them the test files
 * whose path contains "seats".
 * @throws OperatorError UNKNOWN_ARGUMENT
 */
export function testArguments(args: string[]): TestArguments {
  const known = phases.map(({ name }) => name);
  try {
    const options = { only: { type: 'string', multiple: true } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const wanted = values.only ?? known;
    if (!wanted.every((name) => known.includes(name))) throw new Error('no such phase');
    return { phases: phases.filter(({ name }) => wanted.includes(name)), patterns: positionals };
  } catch (cause) {
    const message = `npm test knows "-- --only <phase>" with ${known.join(', ')}, and parts of paths: leave out the rest.`;
    throw operatorError('UNKNOWN_ARGUMENT', message, cause);
  }
}
