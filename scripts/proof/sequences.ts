import { setEnvironment } from '../../config/env.ts';
import { runJest } from '../test/jest-run.ts';
import type { TestOutcome } from '../test/report.ts';
import type { PartReport, PartSettings } from './part.ts';

/** As many as `npm test` plays: what a run of them needs in time is known. */
const sequencesOfARun = 2_000;

/** Random sequences of commands against the model, in runs of which each has the seed after the one before. */
export async function manySequences(
  settings: PartSettings,
  { sequences, seed }: { sequences: number; seed: number },
): Promise<PartReport> {
  const report: PartReport = { name: 'sequences', counts: { sequences: 0 }, failures: [] };
  for (let from = 0; from < sequences && report.failures.length === 0; from += sequencesOfARun) {
    if (settings.signal.aborted) break;
    const wanted = Math.min(sequencesOfARun, sequences - from);
    const ownSeed = seed + from / sequencesOfARun;
    const outcomes = await play(settings, { sequences: wanted, seed: ownSeed });
    settings.say(`seed ${ownSeed}: ${wanted} sequences`);
    report.counts['sequences'] = from + wanted;
    report.failures.push(...failuresOf(outcomes, { sequences: wanted, seed: ownSeed }));
  }
  return report;
}

type Run = { sequences: number; seed: number };

function play({ folder, signal }: PartSettings, { sequences, seed }: Run): Promise<TestOutcome[]> {
  setEnvironment({ GANGWAY_MODEL_SEQUENCES: String(sequences), GANGWAY_MODEL_SEED: String(seed) });
  const patterns = ['scripts/proof/model'];
  return runJest({ project: 'integration', workers: 1, folder, patterns, signal });
}

function failuresOf(outcomes: readonly TestOutcome[], { sequences, seed }: Run): string[] {
  const again = `again: npm run proof -- --only sequences --sequences ${sequences} --seed ${seed}`;
  if (outcomes.length === 0) return [`No sequence was played; ${again}`];
  return outcomes
    .filter(({ status }) => status === 'failed')
    .map(({ name }) => `Sequences with seed ${seed}: ${name}\n  ${again}`);
}
