import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PartialStrykerOptions } from '@stryker-mutator/api/core';
import { root } from '../root.ts';
import type { MutatedPart } from './parts.ts';
import { name as sentences } from './sentences.js';

/** What earlier runs found out stays here, so that the next one asks only about what was changed since. */
export const resultsFolder = join(tmpdir(), 'gangway-mutate');

const needed = ['cms', 'config', 'database', 'plugins'];
/** No test of a rule looks at these; copying them would only take time. */
const leftOut = ['docs', 'client', 'storefront', 'dist', 'build', 'cms/types', 'cms/public', '.gangway'];

/** `concurrency`: processes at once. */
export function settingsOf(
  part: MutatedPart,
  { file, concurrency }: { file: string; concurrency: number },
): PartialStrykerOptions {
  const results = join(resultsFolder, file.replaceAll('/', '-'));
  return {
    testRunner: 'jest',
    plugins: ['@stryker-mutator/jest-runner', join(import.meta.dirname, 'sentences.js')],
    ignorers: [sentences],
    coverageAnalysis: 'perTest',
    mutate: [file],
    jest: {
      configFile: 'scripts/mutate/jest.config.js',
      config: { testMatch: part.tests, roots: needed.map((room) => `<rootDir>/${room}`) },
    },
    ignorePatterns: leftOut,
    tempDirName: join(root, '.gangway', 'mutate'),
    concurrency,
    // An endless loop is noticed by its count; a machine that is busy must not pass for one.
    timeoutMS: 60_000,
    incremental: true,
    incrementalFile: `${results}.json`,
    // Types alone have no tests.
    allowEmpty: true,
    reporters: ['json'],
    jsonReporter: { fileName: `${results}.last.json` },
    logLevel: 'warn' as PartialStrykerOptions['logLevel'],
    warnings: { slow: false } as PartialStrykerOptions['warnings'],
    allowConsoleColors: false,
    disableTypeChecks: false,
  };
}
