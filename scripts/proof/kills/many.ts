import { offersAt } from '../buyer/offers.ts';
import { violations } from '../episodes/episode.ts';
import { ask } from '../house/proof-house.ts';
import type { ProofHouse } from '../house/proof-house.ts';
import { count } from '../part.ts';
import type { PartReport, PartSettings } from '../part.ts';
import { failureOf, goesOn, inHouses } from '../rounds-of-houses.ts';
import type { Stay } from '../rounds-of-houses.ts';
import { journeyProblems } from './journey.ts';
import { hallsOfLoad } from './load.ts';
import { pointNames, triggers } from './points.ts';
import { killRound } from './round.ts';
import type { KillRound } from './kill-round.ts';

const roundsOfAHouse = 10;
const buyersMeanwhile = 12;

type Way = Pick<KillRound, 'when' | 'victim'>;

/** A commit of a killed server did not happen: there is no "after" of it that a test could tell. */
const ways: readonly Way[] = [
  { victim: 'cms', when: 'before' },
  { victim: 'database', when: 'before' },
  { victim: 'cms', when: 'after' },
  { victim: 'database', when: 'before' },
];

/** So many kills of cms and as many of PostgreSQL, each with a purchase waiting at every commit. */
export function manyKills(settings: PartSettings, { kills }: { kills: number }): Promise<PartReport> {
  const report: PartReport = { name: 'kills', counts: { kills: 0 }, failures: [] };
  return inHouses(settings, {
    ...{ part: 'kills', rounds: 2 * kills, roundsOfAHouse, report },
    stay: (stay) => killsIn(settings, { ...stay, report }),
  });
}

type Run = Stay & { report: PartReport };

async function killsIn(settings: PartSettings, { house, numbers, report }: Run): Promise<void> {
  await ask(house.databaseUrl, triggers());
  const offers = await offersAt(house.cmsUrl, { count: 2 * pointNames.length, daysAhead: 3 });
  const load = { buyers: buyersMeanwhile, halls: await hallsOfLoad(house) };
  for (const [number, turn] of numbers.entries()) {
    if (!goesOn(settings, report)) return;
    const way = ways[turn % ways.length] as Way;
    const problems = await problemsOf({ house, offers, load, number, ...way }).catch((error: unknown) => [
      String(error),
    ]);
    count(report.counts, ['kills', `${way.victim} ${way.when}`]);
    settings.say(`kill ${turn + 1}: ${way.victim} ${way.when} each commit`);
    if (problems.length > 0) report.failures.push(failure({ way, problems, house }));
  }
}

async function problemsOf(round: KillRound): Promise<string[]> {
  const journeys = await killRound(round);
  const found = await violations(round.house);
  return [
    ...(await Promise.all(journeys.map((journey) => journeyProblems(round, journey)))).flat(),
    ...found.map(({ invariant, what }) => `${invariant}: ${what}`),
  ];
}

const failure = ({ way, problems, house }: { way: Way; problems: string[]; house: ProofHouse }): string =>
  failureOf({
    ...{ what: `${way.victim} killed ${way.when} each commit`, problems, house },
    again: '--only kills --kills 2',
  });
