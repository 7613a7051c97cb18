import { seconds } from '../start/progress.ts';
import type { TestOutcome } from './report.ts';

const shownSlowest = 10;

export interface PhaseTime {
  name: string;
  milliseconds: number;
}

/** The end of a run: time of each phase, the slowest tests, and alone on the last line what passed and failed. */
export function summary({ times, outcomes }: { times: PhaseTime[]; outcomes: TestOutcome[] }): string {
  const count = (status: TestOutcome['status']) =>
    outcomes.filter((outcome) => outcome.status === status).length;
  const failed = outcomes
    .filter(({ status }) => status === 'failed')
    .map(({ file, name }) => `  ✗ ${file} › ${name}`);
  const total = times.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  return [
    'Phases',
    ...[...times, { name: 'all', milliseconds: total }].map(
      (time) => `  ${time.name.padEnd(12)} ${seconds(time.milliseconds)}`,
    ),
    'Slowest tests',
    ...slowest(outcomes),
    ...(failed.length > 0 ? ['Failed', ...failed] : []),
    ...(count('skipped') > 0 ? [`${count('skipped')} skipped on this machine`] : []),
    `${count('passed')} passed, ${count('failed')} failed`,
  ].join('\n');
}

function slowest(outcomes: TestOutcome[]): string[] {
  const tests = outcomes.filter(({ file }) => file !== 'scripts/test');
  const sorted = tests.sort((one, other) => other.milliseconds - one.milliseconds).slice(0, shownSlowest);
  return sorted.map(
    ({ file, name, milliseconds }) => `  ${seconds(milliseconds).padStart(7)}  ${file} › ${name}`,
  );
}
