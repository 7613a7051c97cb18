import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPackages } from '../compile/packages.ts';
import { sentenceOf } from '../report-failure.ts';
import { stopRequest } from '../start/stop-request.ts';
import { root } from '../root.ts';
import { proofArguments } from './arguments.ts';
import { manyCrowds } from './crowds/many.ts';
import { manyDeadlines } from './deadlines/many.ts';
import { manyEpisodes } from './episodes/many.ts';
import { manyKills } from './kills/many.ts';
import type { PartReport, PartSettings } from './part.ts';
import { manyRedis } from './redis/many.ts';
import { manySequences } from './sequences.ts';
import { summary, transcript } from './transcript.ts';
import type { Played } from './transcript.ts';
import { manyTwins } from './twins/many.ts';

const transcriptFile = join(root, 'docs', 'transcripts', 'proof.txt');

type Part = (settings: PartSettings) => Promise<PartReport>;

/** `npm run proof`: the parts one after the other, up to the first that finds something. Returns the exit code. */
async function proof(): Promise<number> {
  const args = process.argv.slice(2);
  const wanted = proofArguments(args, Math.floor(Date.now() / 1000));
  const parts: Part[] = [
    (settings) => manyEpisodes(settings, wanted),
    (settings) => manyKills(settings, wanted),
    (settings) => manyCrowds(settings, wanted),
    (settings) => manyDeadlines(settings, wanted),
    (settings) => manyTwins(settings, wanted),
    (settings) => manyRedis(settings, wanted),
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
  const played: Played[] = [];
  for (const part of parts) {
    const began = performance.now();
    const report = await part(settings);
    const ended = { report, milliseconds: performance.now() - began };
    played.push(ended);
    console.log(summary(ended));
    if (report.failures.length > 0 || signal.aborted) break;
  }
  const failures = played.flatMap(({ report }) => report.failures);
  if (failures.length === 0) rmSync(settings.folder, { recursive: true, force: true });
  console.log(failures.length === 0 ? '\nNothing was lost.' : `\n${failures.join('\n')}`);
  if (failures.length > 0 || signal.aborted) return 1;
  if (wanted.transcript) writeFileSync(transcriptFile, transcript({ args, seed: wanted.seed, played }));
  return 0;
}

/** Kept after a failure: what the houses hold is what there is to look at. */
function newFolder(seed: number): string {
  const runs = join(root, '.gangway', 'proof');
  mkdirSync(runs, { recursive: true });
  return mkdtempSync(join(runs, `${seed}-`));
}

try {
  process.exit(await proof());
} catch (error) {
  console.error(sentenceOf(error));
  process.exit(1);
}
