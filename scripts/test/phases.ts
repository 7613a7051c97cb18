import { join } from 'node:path';
import { buildPackages } from '../compile/packages.ts';
import { buildPanel, panelIsFresh } from '../compile/panel.ts';
import { buildStorefront, storefrontIsFresh } from '../compile/storefront.ts';
import { staticLanes } from '../check/checks.ts';
import { runLanes } from '../check/lanes.ts';
import { root } from '../root.ts';
import { runJest } from './jest-run.ts';
import { proofProblems } from './proof.ts';
import type { TestOutcome } from './report.ts';

export interface TestRun {
  folder: string;
  patterns: string[];
  signal: AbortSignal;
  /** What earlier phases found. */
  outcomes: TestOutcome[];
}

/** A part of the suite. What it returns is counted; a failure in it ends the suite. */
export interface Phase {
  name: string;
  run: (run: TestRun) => Promise<TestOutcome[]>;
}

const jestPhase = (name: string, workers: number): Phase => ({
  name,
  run: ({ folder, patterns, signal }) => runJest({ project: name, workers, folder, patterns, signal }),
});

/** In the order in which they run: what is quick and finds most comes first. */
export const phases: Phase[] = [
  { name: 'static', run: checkStatic },
  jestPhase('unit', 2),
  { name: 'build', run: build },
  jestPhase('integration', 2),
  jestPhase('processes', 2),
  jestPhase('e2e', 1),
  jestPhase('dev', 1),
  { name: 'proof', run: checkProof },
];

async function checkStatic({ signal }: TestRun): Promise<TestOutcome[]> {
  const results = await runLanes(staticLanes(), signal);
  return results.map(({ name, ok, milliseconds }) => counted({ name: `check ${name}`, ok, milliseconds }));
}

async function build({ signal }: TestRun): Promise<TestOutcome[]> {
  await buildPackages(signal);
  if (!storefrontIsFresh()) await buildStorefront(signal);
  if (!panelIsFresh()) await buildPanel(signal);
  return [counted({ name: 'production build', ok: true })];
}

/** Every row of docs/proof.md must be shown by this very run. */
function checkProof({ outcomes }: TestRun): Promise<TestOutcome[]> {
  const problems = proofProblems({ file: join(root, 'docs', 'proof.md'), outcomes });
  for (const problem of problems) console.log(`  ${problem}`);
  return Promise.resolve([counted({ name: 'proof', ok: problems.length === 0 })]);
}

function counted({
  name,
  ok,
  milliseconds = 0,
}: {
  name: string;
  ok: boolean;
  milliseconds?: number;
}): TestOutcome {
  return { file: 'scripts/test', name, status: ok ? 'passed' : 'failed', milliseconds };
}
