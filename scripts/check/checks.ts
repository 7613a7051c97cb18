import { globSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sentenceOf } from '../report-failure.ts';
import { buildPackages } from '../compile/packages.ts';
import { root } from '../root.ts';
import { runCommand } from '../run-command.ts';
import type { Result } from '../run-command.ts';

/** One thing that is checked without running the house. */
export interface Check {
  name: string;
  run: (signal?: AbortSignal) => Promise<Result>;
}

const cache = join(root, '.gangway', 'check');
const program = (path: string): string => join(root, 'node_modules', path);
const tool = (path: string, args: string[]) => (signal?: AbortSignal) =>
  runCommand({ file: program(path), args, signal });
const script = (path: string) => (signal?: AbortSignal) =>
  runCommand({ file: join(root, 'scripts', path), signal });

const format: Check = {
  name: 'format',
  run: tool('prettier/bin/prettier.cjs', [
    '--check',
    '--log-level=warn',
    '--cache',
    `--cache-location=${cache}/prettier`,
    '.',
  ]),
};
const lint: Check = { name: 'lint', run: lintInTwo };
const rooms: Check = { name: 'rooms', run: script('check/rooms.ts') };
const docs: Check = { name: 'docs', run: script('docs/index.ts') };
const types: Check = { name: 'types', run: checkTypes };
const unit: Check = {
  name: 'unit',
  run: tool('jest/bin/jest.js', ['--selectProjects', 'unit', '--maxWorkers=1', '--silent']),
};

const backOffice = ['cms', 'plugins'];

/** The types of the whole house at once are more than Node's memory holds. */
async function lintInTwo(signal?: AbortSignal): Promise<Result> {
  const rest = ['.', ...backOffice.flatMap((folder) => ['--ignore-pattern', `${folder}/**`])];
  const first = await tool('eslint/bin/eslint.js', backOffice)(signal);
  const second = await tool('eslint/bin/eslint.js', rest)(signal);
  return { ok: first.ok && second.ok, output: first.output + second.output };
}

/** Side by side on two cores: each lane runs its checks one after the other. Rooms and lint need the compiled types. */
export const staticLanes = (): Check[][] => {
  mkdirSync(cache, { recursive: true });
  return [
    [types, rooms, docs],
    [format, lint],
  ];
};

/** The static checks and the unit tests, for every commit. */
export const commitLanes = (): Check[][] => {
  const [first = [], second = []] = staticLanes();
  return [[...first, unit], second];
};

/** Packages by `tsc -b`; tests and scripts; every admin half, which a bundler compiles and nobody type-checks. */
async function checkTypes(signal?: AbortSignal): Promise<Result> {
  try {
    await buildPackages(signal);
  } catch (error) {
    return { ok: false, output: sentenceOf(error) };
  }
  const halves = globSync('{{cms/src,plugins/*}/admin,client}/tsconfig.json', { cwd: root });
  const results = [];
  for (const project of ['tsconfig.json', ...halves]) results.push(await compile(project, signal));
  results.push(await checkPages(signal));
  return { ok: results.every(({ ok }) => ok), output: results.map(({ output }) => output).join('') };
}

/** Astro's own checker reads the pages of the website and the TypeScript beside them. */
function checkPages(signal?: AbortSignal): Promise<Result> {
  const args = ['check', '--minimumSeverity', 'error', '--minimumFailingSeverity', 'error'];
  const env = { ASTRO_TELEMETRY_DISABLED: '1', GANGWAY_ENV_FILE: 'off' };
  return runCommand({
    file: program('astro/bin/astro.mjs'),
    args,
    cwd: join(root, 'storefront'),
    env,
    signal,
  });
}

function compile(project: string, signal?: AbortSignal): Promise<Result> {
  const info = join(cache, `${project.replaceAll(/[\\/]/g, '-')}.tsbuildinfo`);
  const args = ['-p', project, '--noEmit', '--incremental', '--tsBuildInfoFile', info];
  return runCommand({ file: program('typescript/bin/tsc'), args, signal });
}
