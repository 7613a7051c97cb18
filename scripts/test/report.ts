import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { root } from '../root.ts';

/** One test of this run. */
export interface TestOutcome {
  /** Path from the root of the repository. */
  file: string;
  /** The names of its `describe` blocks and its own, with spaces between. */
  name: string;
  status: 'passed' | 'failed' | 'skipped';
  milliseconds: number;
}

interface JestReport {
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string; duration?: number | null }[];
  }[];
}

/** The tests in the JSON report that jest wrote; a report that is missing or a file that did not load failed. */
export function readReport(file: string): TestOutcome[] {
  if (!existsSync(file))
    return [{ file, name: 'jest ended without a report', status: 'failed', milliseconds: 0 }];
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as JestReport;
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const path = relative(root, name);
    if (assertionResults.length === 0 && status === 'failed') {
      return [{ file: path, name: 'the file could not be loaded', status, milliseconds: 0 }];
    }
    return assertionResults.map((result) => outcome(path, result));
  });
}

function outcome(
  file: string,
  result: JestReport['testResults'][number]['assertionResults'][number],
): TestOutcome {
  const known = result.status === 'passed' || result.status === 'failed';
  return {
    file,
    name: result.fullName,
    status: known ? (result.status as 'passed' | 'failed') : 'skipped',
    milliseconds: result.duration ?? 0,
  };
}
