import { offersAt } from '../buyer/offers.ts';
import { count } from '../part.ts';
import type { PartReport, PartSettings } from '../part.ts';
import { failureOf, goesOn, inHouses } from '../rounds-of-houses.ts';
import type { Stay } from '../rounds-of-houses.ts';
import { runEpisode } from './episode.ts';
import type { EpisodeReport } from './episode.ts';

const buyers = 5;
/** Business time runs on while a house comes to rest, and its departures draw near. */
const episodesOfAHouse = 25;

/** Episodes one after the other, each with the seed after the one before, up to the first that breaks a rule. */
export function manyEpisodes(
  settings: PartSettings,
  { episodes, seed }: { episodes: number; seed: number },
): Promise<PartReport> {
  const report: PartReport = { name: 'episodes', counts: { episodes: 0 }, failures: [] };
  return inHouses(settings, {
    ...{ part: 'episodes', rounds: episodes, roundsOfAHouse: episodesOfAHouse, report },
    stay: (stay) => episodesIn(settings, { ...stay, seed, report }),
  });
}

type Run = Stay & { seed: number; report: PartReport };

async function episodesIn(settings: PartSettings, run: Run): Promise<void> {
  const { house, report } = run;
  const offers = await offersAt(house.cmsUrl, { count: 16, daysAhead: 3 });
  for (const seed of run.numbers.map((number) => run.seed + number)) {
    if (!goesOn(settings, report)) return;
    const told = await runEpisode({ house, offers, seed, buyers }).catch((error: unknown) => String(error));
    settings.say(lineOf(seed, told));
    if (typeof told !== 'string') tally(report, told);
    const what = `Episode with seed ${seed}`;
    const again = `--only episodes --episodes 1 --seed ${seed}`;
    const problems = problemsOf(told);
    if (problems.length > 0) report.failures.push(failureOf({ what, problems, house, again }));
  }
}

const problemsOf = (told: EpisodeReport | string): string[] =>
  typeof told === 'string' ? [told] : told.violations.map(({ invariant, what }) => `${invariant}: ${what}`);

function lineOf(seed: number, told: EpisodeReport | string): string {
  if (typeof told === 'string') return `seed ${seed}: broke off`;
  const outcomes = told.visits.map(({ outcome }) => outcome).join(', ');
  return `seed ${seed}: ${told.troubles.join(', ')} · ${outcomes}`;
}

function tally({ counts }: PartReport, { visits, troubles }: EpisodeReport): void {
  count(counts, ['episodes', ...visits.map(({ outcome }) => outcome)]);
  count(
    counts,
    troubles.map((name) => (name.startsWith('kill') ? name : 'gateway faults')),
  );
}
