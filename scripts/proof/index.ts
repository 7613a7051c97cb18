import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildPackages } from '../compile/packages.ts';
import { sentenceOf } from '../report-failure.ts';
import { seconds } from '../start/progress.ts';
import { stopRequest } from '../start/stop-request.ts';
import { root } from '../root.ts';
import { proofArguments } from './arguments.ts';
import { manyEpisodes } from './episodes/many.ts';
import { manyKills } from './kills/many.ts';
import type { PartReport, PartSettings } from './part.ts';
import { manySequences } from './sequences.ts';

type Part = (settings: PartSettings) => Promise<PartReport>;

/** `npm run proof`: the parts one after the other, up to the first that finds something. Returns the exit code. */
async function proof(): Promise<number> {
  const wanted = proofArguments(process.argv.slice(2), Math.floor(Date.now() / 1000));
  const parts: Part[] = [
    (settings) => manyEpisodes(settings, wanted),
    (settings) => manyKills(settings, wanted),
    (settings) => manySequences(settings, wanted),
  ];
  const signal = stopRequest();
  await buildPackages(signal);
  const settings: PartSettings = {
    folder: newFolder(wanted.seed),
    signal,
    say: (line) => console.log(`  ${line}`),
  };
  console.log(`seed ${wanted.seed}; what happens is kept in ${settings.folder}`);
  const reports: PartReport[] = [];
  for (const part of parts) {
    const began = performance.now();
    const report = await part(settings);
    reports.push(report);
    console.log(summary(report, performance.now() - began));
    if (report.failures.length > 0 || signal.aborted) break;
  }
  const failures = reports.flatMap((report) => report.failures);
  if (failures.length === 0) rmSync(settings.folder, { recursive: true, force: true });
  console.log(failures.length === 0 ? '\nNothing was lost.' : `\n${failures.join('\n')}`);
  return failures.length > 0 || signal.aborted ? 1 : 0;
}

/** Kept after a failure: what the houses hold is what there is to look at. */
function newFolder(seed: number): string {
  const runs = join(root, '.gangway', 'proof');
  mkdirSync(runs, { recursive: true });
  return mkdtempSync(join(runs, `${seed}-`));
}

function summary({ name, counts }: PartReport, milliseconds: number): string {
  const lines = Object.entries(counts).map(
    ([what, count]) => `  ${what.padEnd(24)} ${String(count).padStart(7)}`,
  );
  return [`── ${name}: ${seconds(milliseconds)}`, ...lines].join('\n');
}

try {
  process.exit(await proof());
} catch (error) {
  console.error(sentenceOf(error));
  process.exit(1);
}
