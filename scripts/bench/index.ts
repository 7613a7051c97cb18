import { join } from 'node:path';
import { buildPackages } from '../compile/packages.ts';
import { sentenceOf } from '../report-failure.ts';
import { root } from '../root.ts';
import { stopRequest } from '../start/stop-request.ts';
import { benchArguments } from './arguments.ts';
import type { BenchArguments } from './arguments.ts';
import { ask } from './house/ask.ts';
import { openBenchHouse } from './house/bench-house.ts';

import { watchMemory } from './house/memory.ts';
import { startGenerator } from './load/drive.ts';
import type { Generator } from './load/drive.ts';
import { takeBenchLock } from './lock.ts';
import { runFacts } from './report/run-facts.ts';
import { number } from './report/table.ts';
import { spread, wordsOf } from './report/measure.ts';
import { mergedInto } from './report/merge.ts';
import { reportFolder, writeReport } from './report/write-report.ts';
import type { FullRow } from './report/write-report.ts';
import { paceOf, planOf } from './plan.ts';
import { rows } from './rows/index.ts';
import type { Bench, Row } from './rows/row.ts';
import { scales } from './scale.ts';

/** `npm run bench`. Returns the exit code: 1 when something was wrong, not when something was slow. */
async function bench(): Promise<number> {
  const wanted = benchArguments(process.argv.slice(2));
  const folder = wanted.data ?? join(root, '.gangway', 'bench');
  const free = takeBenchLock(folder);
  const signal = stopRequest();
  try {
    if (!wanted.plan) await buildPackages(signal);
    return await withHouse({ wanted, folder, signal });
  } catch (error) {
    // Whoever stops us stops the generators first, and they are missed.
    if (!signal.aborted) throw error;
    say('stopped');
    return 1;
  } finally {
    free();
  }
}

async function withHouse({
  wanted,
  folder,
  signal,
}: {
  wanted: BenchArguments;
  folder: string;
  signal: AbortSignal;
}): Promise<number> {
  const chosen = rows.filter(({ name }) => wanted.only.includes(name));
  const scale = scales[wanted.small ? 'small' : 'whole'];
  const contents = chosen.some(({ needs }) => needs === 'archive') ? 'archive' : 'shop';
  planOf(chosen, wanted).forEach(say);
  if (wanted.plan) return 0;
  const house = await openBenchHouse({ folder, scale, contents, fresh: wanted.fresh, say, signal });
  const generators: Generator[] = [];
  const memory = watchMemory(house.pids.cms);
  const stop = () => generators.forEach((generator) => generator.stop());
  signal.addEventListener('abort', stop);
  try {
    generators.push(await startGenerator());
    const reports = await runRows(chosen, { wanted, house, scale, generators, memory, signal });
    await keepResults({ wanted, house, scale, reports });
    return signal.aborted || reports.some(isWrong) ? 1 : 0;
  } finally {
    stop();
    memory.stop();
    await house.close();
  }
}

type Work = Pick<Bench, 'house' | 'scale' | 'memory' | 'signal'> & {
  wanted: BenchArguments;
  generators: Generator[];
};

async function runRows(chosen: readonly Row[], work: Work): Promise<FullRow[]> {
  const reports: FullRow[] = [];
  const draws = { seed: 20_261_120 };
  for (const row of chosen) {
    if (work.signal.aborted) break;
    const began = performance.now();
    console.log(`── ${row.title}`);
    reports.push(await rowOrReason(row, { ...work, seed: () => draws.seed++ }));
    say(`${((performance.now() - began) / 1000).toFixed(0)} s`);
  }
  return reports;
}

/** A row that cannot be measured keeps nobody from the others. */
async function rowOrReason(row: Row, work: Work & Pick<Bench, 'seed'>): Promise<FullRow> {
  try {
    return await runRow(row, work);
  } catch (error) {
    work.signal.throwIfAborted();
    const failed = error instanceof Error ? error.message : String(error);
    say(`NOT MEASURED: ${failed}`);
    // Whatever the old one still does is nobody's any more.
    const { generators } = work;
    generators.splice(0).forEach((generator) => generator.stop());
    generators.push(await startGenerator());
    const { name, title } = row;
    return { ...{ name, title, failed, measures: [], notes: [], rounds: [], discarded: [] } };
  }
}

async function runRow(row: Row, { wanted, ...work }: Work & Pick<Bench, 'seed'>): Promise<FullRow> {
  const kept: (() => Promise<unknown> | void)[] = [];
  try {
    const report = await row.run({
      ...{ ...work, ...paceOf(wanted), say },
      keep: (stop) => kept.push(stop),
    });
    const discarded = report.rounds.flatMap(({ what, rate, discarded: why }) =>
      why ? [`${what} at ${rate}/s, ${why}`] : [],
    );
    const full = { name: row.name, title: row.title, ...report, discarded };
    tell(full);
    return full;
  } finally {
    for (const stop of kept.reverse()) await stop();
  }
}

function tell({ measures, notes }: FullRow): void {
  for (const measure of measures) {
    const found = spread(measure.values);
    const value = found ? `${number(found.median)} (${number(found.min)}–${number(found.max)})` : '—';
    say(`${measure.name.padEnd(44)} ${`${value} ${measure.unit}`.padEnd(28)} ${wordsOf(measure)}`);
  }
  for (const note of notes) say(note);
}

/** A look at a part overwrites nothing that stands for the whole. */
async function keepResults({
  wanted,
  house,
  scale,
  reports,
}: Pick<Work, 'wanted' | 'house' | 'scale'> & { reports: FullRow[] }): Promise<void> {
  const isWhole = !wanted.quick && !wanted.small && reports.length === rows.length;
  const out = wanted.out ?? (isWhole || wanted.merge ? reportFolder : join(house.folder, 'last'));
  const [server] = await ask<{ version: string }>(
    house.databaseUrl,
    `select split_part(version(), ' on ', 1) as version`,
  );
  const { rounds, seconds } = wanted;
  const facts = runFacts({ postgres: server?.version ?? 'PostgreSQL', scale, rounds, seconds });
  await writeReport(out, wanted.merge ? mergedInto(out, { facts, rows: reports }) : { facts, rows: reports });
  say(`written to ${out}`);
}

const isWrong = ({ measures, failed }: FullRow) =>
  failed !== undefined ||
  measures.some(({ unit, floor, values }) => unit === '' && floor === 0 && values.some((value) => value > 0));

const say = (line: string) => console.log(`   ${line}`);

try {
  process.exit(await bench());
} catch (error) {
  console.error(sentenceOf(error));
  process.exit(1);
}
