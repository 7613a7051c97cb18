import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { childEnvironment } from '../../config/env.ts';
import { root } from '../root.ts';
import { signalGroup } from '../start/signal-group.ts';
import { readReport } from './report.ts';
import type { TestOutcome } from './report.ts';

const followParent = join(root, 'scripts', 'follow-parent.mjs');
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');

export interface JestRun {
  /** A project of scripts/test/jest/projects.js. */
  project: string;
  workers: number;
  /** Folder of this run, for the report. */
  folder: string;
  /** Only test files whose path matches; all when empty. */
  patterns: string[];
  signal: AbortSignal;
}

/** Runs one project and returns its tests. A developer's own `.env` plays no part. */
export async function runJest({
  project,
  workers,
  folder,
  patterns,
  signal,
}: JestRun): Promise<TestOutcome[]> {
  const report = join(folder, `${project}.json`);
  const flags = ['--json', `--outputFile=${report}`, '--selectProjects', project, '--passWithNoTests'];
  const jestWorkers = workers === 1 ? ['--runInBand'] : [`--maxWorkers=${workers}`];
  const child = spawn(
    process.execPath,
    ['--import', followParent, jest, ...flags, ...jestWorkers, ...patterns],
    {
      cwd: root,
      // What `--json` prints is in the report too.
      stdio: ['ignore', 'ignore', 'inherit'],
      env: childEnvironment({ GANGWAY_ENV_FILE: 'off', NODE_ENV: 'test', FORCE_COLOR: '0' }),
      detached: true,
    },
  );
  const stop = () => void signalGroup(child.pid ?? 0, 'SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  await once(child, 'close');
  signal.removeEventListener('abort', stop);
  return readReport(report);
}
