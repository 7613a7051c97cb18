import { childEnvironment } from '../../config/env.ts';
import { sentenceOf } from '../report-failure.ts';
import { seconds } from '../start/progress.ts';
import { stopRequest } from '../start/stop-request.ts';
import { testArguments } from './arguments.ts';
import type { Phase, TestRun } from './phases.ts';
import type { TestOutcome } from './report.ts';
import { newRunFolder, removeRunFolder, sweepRunFolders } from './run-folder.ts';
import { summary } from './summary.ts';
import type { PhaseTime } from './summary.ts';

/** `npm test`: the phases one after the other up to the first that fails. Returns the exit code. */
async function test(): Promise<number> {
  const { phases, patterns } = testArguments(process.argv.slice(2));
  await sweepRunFolders();
  const run: TestRun = { folder: newRunFolder(), patterns, signal: stopRequest(), outcomes: [] };
  const times: PhaseTime[] = [
    { name: 'install', milliseconds: Number(childEnvironment().GANGWAY_INSTALL_MS ?? 0) },
  ];
  try {
    for (const phase of phases) if (!(await runPhase({ phase, run, times }))) break;
  } finally {
    await removeRunFolder(run.folder);
    await sweepRunFolders();
  }
  console.log(`\n${summary({ times, outcomes: run.outcomes })}`);
  return run.outcomes.some(({ status }) => status === 'failed') ? 1 : 0;
}

/** Whether the next phase may follow. */
async function runPhase({
  phase,
  run,
  times,
}: {
  phase: Phase;
  run: TestRun;
  times: PhaseTime[];
}): Promise<boolean> {
  console.log(`\n── ${phase.name}`);
  const began = performance.now();
  const found = await phase.run(run).catch((error: unknown) => [broken(phase.name, error)]);
  const milliseconds = performance.now() - began;
  times.push({ name: phase.name, milliseconds });
  run.outcomes.push(...found);
  if (run.signal.aborted) run.outcomes.push(broken(phase.name, new Error('The run was interrupted.')));
  console.log(`── ${phase.name}: ${seconds(milliseconds)}`);
  return run.outcomes.every(({ status }) => status !== 'failed');
}

function broken(phase: string, error: unknown): TestOutcome {
  console.error(sentenceOf(error));
  return { file: 'scripts/test', name: `${phase} broke off`, status: 'failed', milliseconds: 0 };
}

try {
  process.exit(await test());
} catch (error) {
  console.error(sentenceOf(error));
  console.log('0 passed, 1 failed');
  process.exit(1);
}
