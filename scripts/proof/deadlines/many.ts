import { openHall } from '../crowds/hall.ts';
import { violations } from '../episodes/episode.ts';
import { ask } from '../house/proof-house.ts';
import { triggers } from '../kills/points.ts';
import { count } from '../part.ts';
import type { PartReport, PartSettings } from '../part.ts';
import { failureOf, goesOn, inHouses } from '../rounds-of-houses.ts';
import type { Stay } from '../rounds-of-houses.ts';
import { deadlineRound, ways } from './round.ts';
import type { DeadlineRound } from './round.ts';

const roundsOfAHouse = 50;

/** Payments in the millisecond in which their order expires, in every order of the two. */
export function manyDeadlines(
  settings: PartSettings,
  { deadlines, seed }: { deadlines: number; seed: number },
): Promise<PartReport> {
  const report: PartReport = { name: 'deadlines', counts: { deadlines: 0 }, failures: [] };
  return inHouses(settings, {
    ...{ part: 'deadlines', rounds: deadlines, roundsOfAHouse, report },
    stay: (stay) => deadlinesIn(settings, { ...stay, seed, report }),
  });
}

type Run = Stay & { seed: number; report: PartReport };

async function deadlinesIn(settings: PartSettings, run: Run): Promise<void> {
  const { house, report } = run;
  await ask(house.databaseUrl, triggers());
  const hall = await openHall(house, { rows: 20, seatsOfRow: 20, capacity: 400 });
  for (const [number, seed] of run.numbers.map((at) => run.seed + at).entries()) {
    if (!goesOn(settings, report)) return;
    const way = ways[seed % ways.length] ?? 'together';
    const round = { house, hall, way, seed, number };
    const problems = await problemsOf(round, report).catch((error: unknown) => [String(error)]);
    settings.say(`seed ${round.seed}: ${way}`);
    if (problems.length > 0) report.failures.push(failure(round, problems));
  }
}

async function problemsOf(round: DeadlineRound, { counts }: PartReport): Promise<string[]> {
  const ends = await deadlineRound(round);
  count(counts, ['deadlines', ...ends.map(({ outcome }) => `${round.way}: ${outcome}`)]);
  const bad = ends.filter(({ outcome }) => outcome === 'both' || outcome === 'neither');
  const found = await violations(round.house);
  return [
    ...bad.map((end) => `an order ended as ${JSON.stringify(end)}`),
    ...found.map(({ invariant, what }) => `${invariant}: ${what}`),
  ];
}

const failure = ({ way, seed, house }: DeadlineRound, problems: readonly string[]): string =>
  failureOf({
    ...{ what: `Deadline with seed ${seed}, ${way}`, problems, house },
    again: `--only deadlines --deadlines 1 --seed ${seed}`,
  });
