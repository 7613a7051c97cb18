import type { ProofHouse } from '../house/proof-house.ts';
import type { PartReport, PartSettings } from '../part.ts';
import { failureOf, goesOn, inHouses } from '../rounds-of-houses.ts';
import type { Stay } from '../rounds-of-houses.ts';
import { herdRound, openStadium, rushRound, stormRound, wholeSize } from './round.ts';
import type { CrowdEnd, CrowdSettings } from './round.ts';
import { callWitness } from './witness.ts';

const roundsOfAHouse = 5;

/** Crowds at the same few places, round after round, up to the first that breaks a rule. */
export function manyCrowds(
  settings: PartSettings,
  { crowds, seed }: { crowds: number; seed: number },
): Promise<PartReport> {
  const report: PartReport = { name: 'crowds', counts: { crowds: 0 }, failures: [] };
  return inHouses(settings, {
    ...{ part: 'crowds', rounds: crowds, roundsOfAHouse, report },
    stay: (stay) => crowdsIn(settings, { ...stay, seed, report }),
  });
}

type Run = Stay & { seed: number; report: PartReport };

async function crowdsIn(settings: PartSettings, run: Run): Promise<void> {
  const { house, report } = run;
  await callWitness(house);
  await house.openTwin({});
  const stadium = await openStadium(house);
  const kinds = {
    storm: (round: CrowdSettings) => stormRound(round, stadium),
    herd: herdRound,
    rush: rushRound,
  };
  for (const seed of run.numbers.map((number) => run.seed + number))
    for (const [kind, round] of Object.entries(kinds)) {
      if (!goesOn(settings, report)) return;
      const end = await round({ house, seed, size: wholeSize }).catch(brokenOff);
      settings.say(`seed ${seed}: ${kind} · ${wordsOf(end.counts)}`);
      tally(report, kind, end);
      const problems = problemsOf(end);
      if (problems.length > 0) report.failures.push(failure({ kind, seed, problems, house }));
    }
}

const brokenOff = (error: unknown): CrowdEnd => ({ counts: {}, violations: [], problems: [String(error)] });

function tally({ counts }: PartReport, kind: string, end: CrowdEnd): void {
  if (kind === 'rush') counts['crowds'] = (counts['crowds'] ?? 0) + 1;
  for (const [what, times] of Object.entries(end.counts)) {
    const name = `${kind} ${what}`;
    counts[name] = (counts[name] ?? 0) + times;
  }
}

const wordsOf = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([what, times]) => `${times} × ${what}`)
    .join(', ');

const problemsOf = ({ violations, problems }: CrowdEnd): string[] => [
  ...problems,
  ...violations.map(({ invariant, what }) => `${invariant}: ${what}`),
];

type Failed = { kind: string; seed: number; problems: string[]; house: ProofHouse };

const failure = ({ kind, seed, problems, house }: Failed): string =>
  failureOf({
    ...{ what: `The ${kind} with seed ${seed}`, problems, house },
    again: `--only crowds --crowds 1 --seed ${seed}`,
  });
