import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../root.ts';
import { readReport } from './report.ts';

const folder = mkdtempSync(join(tmpdir(), 'gangway-report-'));
const file = join(folder, 'unit.json');
afterAll(() => rmSync(folder, { recursive: true }));

const read = (...testResults: unknown[]) => {
  writeFileSync(file, JSON.stringify({ testResults }));
  return readReport(file);
};

describe('the report of jest', () => {
  it('gives file, name, status and time of every test', () => {
    const assertionResults = [
      { fullName: 'a boat floats', status: 'passed', duration: 12 },
      { fullName: 'a boat sinks', status: 'failed', duration: null },
      { fullName: 'a boat flies', status: 'pending' },
    ];
    expect(read({ name: join(root, 'a', 'boat.test.ts'), status: 'failed', assertionResults })).toEqual([
      { file: 'a/boat.test.ts', name: 'a boat floats', status: 'passed', milliseconds: 12 },
      { file: 'a/boat.test.ts', name: 'a boat sinks', status: 'failed', milliseconds: 0 },
      { file: 'a/boat.test.ts', name: 'a boat flies', status: 'skipped', milliseconds: 0 },
    ]);
  });

  it('counts a file that could not be loaded as a failure', () => {
    const [outcome] = read({ name: join(root, 'broken.test.ts'), status: 'failed', assertionResults: [] });
    expect(outcome).toMatchObject({ file: 'broken.test.ts', status: 'failed' });
  });

  it('counts a run that left no report as a failure', () => {
    expect(readReport(join(folder, 'none.json'))).toMatchObject([{ status: 'failed' }]);
  });
});
