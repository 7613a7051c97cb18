import { mkdirSync } from 'node:fs';
import { relative } from 'node:path';
import type { MutantResult } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import { sentenceOf } from '../report-failure.ts';
import { root } from '../root.ts';
import { seconds } from '../start/progress.ts';
import { mutateArguments } from './arguments.ts';
import { filesOf, mutatedParts } from './parts.ts';
import type { MutatedPart } from './parts.ts';
import { scoreOf, survivors } from './score.ts';
import type { Score } from './score.ts';
import { resultsFolder, settingsOf } from './settings.ts';

/** Per cent of the mutants that the tests beside a part have to notice. */
const goal = 85;

/** `npm run mutate`: changes the rules one by one and runs the tests beside them. Returns the exit code. */
async function mutate(): Promise<number> {
  const { part, concurrency } = mutateArguments(process.argv.slice(2));
  mkdirSync(resultsFolder, { recursive: true });
  let weak = 0;
  for (const wanted of mutatedParts.filter(({ name }) => name.includes(part)))
    if ((await percentOf(wanted, concurrency)) < goal) weak += 1;
  return weak === 0 ? 0 : 1;
}

/** File by file: a run that is broken off has kept what it found out, and the next one goes on from there. */
async function percentOf(part: MutatedPart, concurrency: number): Promise<number> {
  const began = performance.now();
  const mutants: MutantResult[] = [];
  for (const file of filesOf(part)) {
    const found = await new Stryker(settingsOf(part, { file, concurrency })).runMutationTest();
    for (const mutant of survivors(found)) console.log(lineOf(mutant));
    console.log(`  ${file}: ${wordsOf(scoreOf(found))}`);
    mutants.push(...found);
  }
  const score = scoreOf(mutants);
  console.log(`── ${part.name}: ${wordsOf(score)}, ${seconds(performance.now() - began)}`);
  return score.percent;
}

const wordsOf = ({ percent, killed, survived, uncovered, ignored }: Score): string =>
  `${percent.toFixed(1)} % (${killed} killed, ${survived} survived, ${uncovered} of them ran in no test, ${ignored} ignored)`;

function lineOf({ fileName, location, mutatorName, status, replacement = '' }: MutantResult): string {
  const place = `${relative(root, fileName)}:${location.start.line}:${location.start.column}`;
  return `  ${status} ${place} ${mutatorName} → ${replacement.replaceAll(/\s+/g, ' ')}`;
}

try {
  process.exit(await mutate());
} catch (error) {
  console.error(sentenceOf(error));
  process.exit(1);
}
