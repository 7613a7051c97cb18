import { offersAt } from '../buyer/offers.ts';
import { violations } from '../episodes/episode.ts';
import { ask } from '../house/proof-house.ts';
import type { ProofHouse } from '../house/proof-house.ts';
import { withHouse } from '../house/with-house.ts';
import { count } from '../part.ts';
import type { PartReport, PartSettings } from '../part.ts';
import { journeyProblems } from './journey.ts';
import { pointNames, triggers } from './points.ts';
import { killRound } from './round.ts';
import type { KillRound } from './round.ts';

const roundsOfAHouse = 10;

type Way = Pick<KillRound, 'when' | 'victim'>;

/** A commit of a killed server did not happen: there is no "after" of it that a test could tell. */
const ways: readonly Way[] = [
  { victim: 'cms', when: 'before' },
  { victim: 'database', when: 'before' },
  { victim: 'cms', when: 'after' },
  { victim: 'database', when: 'before' },
];

/** So many kills of cms and as many of PostgreSQL, each with a purchase waiting at every commit. */
export async function manyKills(settings: PartSettings, { kills }: { kills: number }): Promise<PartReport> {
  const report: PartReport = { name: 'kills', counts: { kills: 0 }, failures: [] };
  for (let from = 0; from < 2 * kills && goesOn(settings, report); from += roundsOfAHouse) {
    const rounds = Math.min(roundsOfAHouse, 2 * kills - from);
    await withHouse({ ...settings, name: `kills-${from}` }, (house) =>
      inHouse(settings, { house, from, rounds, report }),
    );
  }
  return report;
}

const goesOn = ({ signal }: PartSettings, { failures }: PartReport): boolean =>
  failures.length === 0 && !signal.aborted;

type Run = { house: ProofHouse; from: number; rounds: number; report: PartReport };

async function inHouse(settings: PartSettings, { house, from, rounds, report }: Run): Promise<void> {
  await ask(house.databaseUrl, triggers());
  const offers = await offersAt(house.cmsUrl, { count: 2 * pointNames.length, daysAhead: 3 });
  for (let number = 0; number < rounds && goesOn(settings, report); number += 1) {
    const way = ways[(from + number) % ways.length] as Way;
    const problems = await problemsOf({ house, offers, number, ...way }).catch((error: unknown) => [
      String(error),
    ]);
    count(report.counts, ['kills', `${way.victim} ${way.when}`]);
    settings.say(`kill ${from + number + 1}: ${way.victim} ${way.when} each commit`);
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
  [
    ...[`${way.victim} killed ${way.when} each commit:`, ...problems.map((problem) => `  ${problem}`)],
    `  what happened: ${house.folder}; again: npm run proof -- --episodes 0 --sequences 0 --kills 2`,
  ].join('\n');
