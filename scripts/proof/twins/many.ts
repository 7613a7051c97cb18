import { openHall } from '../crowds/hall.ts';
import type { ProofHouse } from '../house/proof-house.ts';
import { count } from '../part.ts';
import type { PartReport, PartSettings } from '../part.ts';
import { failureOf, goesOn, inHouses } from '../rounds-of-houses.ts';
import type { Stay } from '../rounds-of-houses.ts';
import { twinRound } from './round.ts';
import type { TwinRound } from './round.ts';

const roundsOfAHouse = 10;
const buyers = 20;
const pairs = ['web', 'worker'] as const;

/** Two processes of cms on one database, one of which is killed: first two that do everything, then a web and a worker. */
export function manyTwins(
  settings: PartSettings,
  { twins, seed }: { twins: number; seed: number },
): Promise<PartReport> {
  const report: PartReport = { name: 'twins', counts: { twins: 0 }, failures: [] };
  return inHouses(settings, {
    ...{ part: 'twins', rounds: twins, roundsOfAHouse, report },
    env: (from) => (roleOf(from) === 'worker' ? { GANGWAY_ROLE: 'web' } : {}),
    stay: (stay) => twinsIn(settings, { ...stay, seed, report }),
  });
}

/** Of the twin, house by house. */
const roleOf = (from: number) => pairs[Math.floor(from / roundsOfAHouse) % pairs.length] ?? 'web';

type Run = Stay & { seed: number; report: PartReport };

async function twinsIn(settings: PartSettings, { house, numbers, seed, report }: Run): Promise<void> {
  const twinRole = roleOf(numbers[0] ?? 0);
  const twin = await house.openTwin({ GANGWAY_ROLE: twinRole === 'worker' ? 'worker' : 'all' });
  for (const number of numbers) {
    if (!goesOn(settings, report)) return;
    const halls = [
      await openHall(house, { rows: 8, seatsOfRow: 10, capacity: 80 }),
      await openHall(house, { zones: { deck: 60 }, capacity: 60 }),
    ];
    const round = { house, twin, twinRole, halls, seed: seed + number, buyers };
    const problems = await problemsOf(round, report).catch((error: unknown) => [String(error)]);
    settings.say(`seed ${round.seed}: ${twinRole}`);
    if (problems.length > 0) report.failures.push(failure(round, problems));
  }
}

async function problemsOf(round: TwinRound, { counts }: PartReport): Promise<string[]> {
  const end = await twinRound(round);
  count(counts, [
    'twins',
    `${round.twinRole}: rounds`,
    ...end.killed.map((who) => `${round.twinRole}: ${who} killed`),
  ]);
  counts['bought'] = (counts['bought'] ?? 0) + end.bought;
  counts['nothing left'] = (counts['nothing left'] ?? 0) + end.refused;
  return end.violations.map(({ invariant, what }) => `${invariant}: ${what}`);
}

const failure = (
  { seed, twinRole, house }: { seed: number; twinRole: string; house: ProofHouse },
  problems: string[],
): string =>
  failureOf({
    ...{ what: `Twins (${twinRole}) with seed ${seed}`, problems, house },
    again: `--only twins --twins 1 --seed ${seed}`,
  });
