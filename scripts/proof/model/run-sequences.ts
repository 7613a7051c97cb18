import fc from 'fast-check';
import type { RunDetails } from 'fast-check';
import type { Cell, House } from './cell.ts';
import { sequences, told } from './commands.ts';
import type { Sequence } from './commands.ts';
import { minute } from './shop-state.ts';
import { beginPlay, comparePlay, playStep } from './play.ts';
import type { Play } from './play.ts';

/** How many sequences `npm test` plays. */
export const sequencesOfTheSuite = 2_000;

/** By how much the clock moves after the first and after the second stretch of a sequence. */
export const clockPlans: readonly (readonly [number, number])[] = [
  [5 * minute, 14 * minute],
  [15 * minute, 15 * minute],
  [16 * minute, 76 * minute],
  [50 * minute, 26 * minute],
  [185 * minute, 5 * minute],
];

export type Run = {
  house: House;
  /** How many sequences in all; rounded up to fill the lanes. */
  sequences: number;
  seed: number;
  /** Sequences in flight at once. */
  lanes: number;
  /** Without it a counterexample is made smaller. */
  quick?: boolean;
  /** One lane of one plan, as a failure names it. */
  only?: { plan: number; lane: number; path: string };
};

export type Report = {
  played: number;
  commands: number;
  /** Each with what it takes to play it again. */
  failures: string[];
};

/** Plays random sequences against a house; business time is shared, so lanes keep step with its moves. */
export async function runSequences(run: Run): Promise<Report> {
  const report: Report = { played: 0, commands: 0, failures: [] };
  for (const [plan, moves] of clockPlans.entries()) {
    if (run.only && run.only.plan !== plan) continue;
    const lanes = run.only ? [run.only.lane] : Array.from({ length: run.lanes }, (_, lane) => lane);
    const pace = newPace({ house: run.house, moves, lanes: lanes.length });
    await Promise.all(lanes.map((lane) => runLane(run, { plan, lane, pace, report })));
    if (report.failures.length > 0) break;
  }
  return report;
}

type Lane = { plan: number; lane: number; pace: Pace; report: Report };

async function runLane(run: Run, { plan, lane, pace, report }: Lane): Promise<void> {
  const seed = seedOf(run.seed, { plan, lane });
  const property = fc.asyncProperty(sequences, (sequence) => play(run.house, { sequence, pace, report }));
  const numRuns = run.only ? 1 : Math.ceil(run.sequences / clockPlans.length / run.lanes);
  const path = run.only ? { path: run.only.path } : {};
  const details = await fc.check(property, { seed, numRuns, ...path, endOnFailure: run.quick ?? false });
  pace.leave();
  if (details.failed) report.failures.push(failureOf(details, { run, plan, lane }));
}

const seedOf = (seed: number, { plan, lane }: { plan: number; lane: number }): number =>
  (seed + plan * 100_003 + lane * 1_009) | 0;

async function play(
  house: House,
  { sequence, pace, report }: { sequence: Sequence; pace: Pace; report: Report },
): Promise<void> {
  const cell = await pace.begin();
  const played = await beginPlay(house, cell);
  const problems: unknown[] = [];
  // Also a lane in which something is wrong goes on with the others: they wait for each other at every move.
  const unless = (work: () => Promise<void>) =>
    problems.length === 0 ? work().catch((problem: unknown) => void problems.push(problem)) : undefined;
  for (const [at, steps] of sequence.entries()) {
    await unless(() => stretch(played, steps));
    if (at === sequence.length - 1) break;
    await pace.move(at);
    played.story.push('the clock moves');
  }
  await unless(() => comparePlay(played));
  report.played += 1;
  report.commands += played.done;
  await pace.end();
  if (problems.length > 0) throw problems[0] as Error;
}

async function stretch(played: Play, steps: Sequence[number]): Promise<void> {
  for (const step of steps) await playStep(played, step);
}

/** Keeps lanes in step: the clock moves when all that are still there have come to the same place. */
type Pace = {
  begin(): Promise<Cell>;
  move(at: number): Promise<void>;
  end(): Promise<void>;
  leave(): void;
};

function newPace({ house, moves, lanes }: { house: House; moves: readonly number[]; lanes: number }): Pace {
  const state = { present: lanes, cells: [] as Cell[] };
  const gate = newGate(() => state.present);
  return {
    begin: async () => {
      await gate.pass(async () => {
        state.cells = await house.makeCells(state.present);
      });
      const cell = state.cells.pop();
      if (!cell) throw new Error('There are fewer cells than lanes.');
      return cell;
    },
    move: (at) => gate.pass(() => house.shift(moves[at] ?? 0)),
    end: () => gate.pass(() => house.reset()),
    leave: () => {
      state.present -= 1;
      gate.look();
    },
  };
}

type Waiting = { work: () => Promise<void>; go: () => void; fail: (reason: unknown) => void };

/** Whoever comes waits until all are there; then the work is done once, and all go on. */
function newGate(present: () => number) {
  const state: { waiting: Waiting[] } = { waiting: [] };
  const look = () => {
    const { waiting } = state;
    const [first] = waiting;
    if (!first || waiting.length < present()) return;
    state.waiting = [];
    first.work().then(
      () => waiting.forEach(({ go }) => go()),
      (reason: unknown) => waiting.forEach(({ fail }) => fail(reason)),
    );
  };
  const pass = (work: () => Promise<void>) =>
    new Promise<void>((go, fail) => {
      state.waiting.push({ work, go, fail });
      look();
    });
  return { pass, look };
}

type Failed = { run: Run; plan: number; lane: number };

function failureOf(details: RunDetails<[Sequence]>, { run, plan, lane }: Failed): string {
  const [sequence] = details.counterexample ?? [];
  const again = `--seed ${run.seed} --plan ${plan} --lane ${lane} --path ${details.counterexamplePath}`;
  const steps = (sequence ?? [])
    .map((part) => part.map(told).join('\n    '))
    .join('\n    (the clock moves)\n    ');
  const reason =
    details.errorInstance instanceof Error ? details.errorInstance.message : String(details.errorInstance);
  return `${reason}\n  smallest after ${details.numShrinks} steps:\n    ${steps}\n  again: ${again}`;
}
