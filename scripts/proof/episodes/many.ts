import { offersAt } from '../buyer/offers.ts';
import { withHouse } from '../house/with-house.ts';
import type { ProofHouse } from '../house/proof-house.ts';
import { count } from '../part.ts';
import type { PartReport, PartSettings } from '../part.ts';
import { runEpisode } from './episode.ts';
import type { EpisodeReport } from './episode.ts';

const buyers = 5;
/** Business time runs on while a house comes to rest, and its departures draw near. */
const episodesOfAHouse = 25;

/** Episodes one after the other, each with the seed after the one before, up to the first that breaks a rule. */
export async function manyEpisodes(
  settings: PartSettings,
  { episodes, seed }: { episodes: number; seed: number },
): Promise<PartReport> {
  const report: PartReport = { name: 'episodes', counts: { episodes: 0 }, failures: [] };
  for (let from = 0; from < episodes && goesOn(settings, report); from += episodesOfAHouse) {
    const seeds = Array.from(
      { length: Math.min(episodesOfAHouse, episodes - from) },
      (_, at) => seed + from + at,
    );
    await withHouse({ ...settings, name: `episodes-${from}` }, (house) =>
      inHouse(settings, { house, seeds, report }),
    );
  }
  return report;
}

const goesOn = ({ signal }: PartSettings, { failures }: PartReport): boolean =>
  failures.length === 0 && !signal.aborted;

type Run = { house: ProofHouse; seeds: readonly number[]; report: PartReport };

async function inHouse(settings: PartSettings, { house, seeds, report }: Run): Promise<void> {
  const offers = await offersAt(house.cmsUrl, { count: 16, daysAhead: 3 });
  for (const seed of seeds) {
    if (!goesOn(settings, report)) return;
    const told = await runEpisode({ house, offers, seed, buyers }).catch((error: unknown) => String(error));
    settings.say(lineOf(seed, told));
    if (typeof told !== 'string') tally(report, told);
    const problems =
      typeof told === 'string'
        ? [told]
        : told.violations.map(({ invariant, what }) => `${invariant}: ${what}`);
    if (problems.length > 0) report.failures.push(failure({ seed, problems, house }));
  }
}

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

const failure = ({
  seed,
  problems,
  house,
}: {
  seed: number;
  problems: string[];
  house: ProofHouse;
}): string =>
  [
    ...[`Episode with seed ${seed}:`, ...problems.map((problem) => `  ${problem}`)],
    `  what happened: ${house.folder}; again: npm run proof -- --episodes 1 --sequences 0 --kills 0 --seed ${seed}`,
  ].join('\n');
