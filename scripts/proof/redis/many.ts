import { openHall } from '../crowds/hall.ts';
import type { ProofHouse } from '../house/proof-house.ts';
import { withHouse } from '../house/with-house.ts';
import { count } from '../part.ts';
import type { PartReport, PartSettings } from '../part.ts';
import { failureOf, goesOn } from '../rounds-of-houses.ts';
import { losableRedis, redisRound } from './round.ts';
import type { Losable, RedisRound } from './round.ts';

const roundsOfAHouse = 10;
const buyers = 20;

/** A house whose jobs are handed out by Redis, which loses everything again and again. */
export async function manyRedis(
  settings: PartSettings,
  { redis: rounds, seed }: { redis: number; seed: number },
): Promise<PartReport> {
  const report: PartReport = { name: 'redis', counts: { redis: 0 }, failures: [] };
  for (let from = 0; from < rounds && goesOn(settings, report); from += roundsOfAHouse) {
    const redis = await losableRedis();
    const run = { redis, seed: seed + from, rounds: Math.min(roundsOfAHouse, rounds - from), report };
    const env = { REDIS_URL: redis.url };
    try {
      await withHouse({ ...settings, name: `redis-${from}`, env }, (house) =>
        inHouse(settings, { house, ...run }),
      );
    } finally {
      await redis.close();
    }
  }
  return report;
}

type Run = { house: ProofHouse; redis: Losable; seed: number; rounds: number; report: PartReport };

async function inHouse(settings: PartSettings, { house, redis, seed, rounds, report }: Run): Promise<void> {
  for (let number = 0; number < rounds && goesOn(settings, report); number += 1) {
    const halls = [
      await openHall(house, { rows: 8, seatsOfRow: 10, capacity: 80 }),
      await openHall(house, { zones: { deck: 60 }, capacity: 60 }),
    ];
    const round = { house, redis, halls, seed: seed + number, buyers };
    const problems = await problemsOf(round, report).catch((error: unknown) => [String(error)]);
    settings.say(`seed ${round.seed}: Redis lost three times`);
    if (problems.length > 0) report.failures.push(failure(round, problems));
  }
}

async function problemsOf(round: RedisRound, { counts }: PartReport): Promise<string[]> {
  const end = await redisRound(round);
  count(counts, ['redis', ...end.lost]);
  counts['bought'] = (counts['bought'] ?? 0) + end.bought;
  counts['nothing left'] = (counts['nothing left'] ?? 0) + end.refused;
  return end.violations.map(({ invariant, what }) => `${invariant}: ${what}`);
}

const failure = ({ seed, house }: RedisRound, problems: readonly string[]): string =>
  failureOf({
    ...{ what: `Redis lost, seed ${seed}`, problems, house },
    again: `--only redis --redis 1 --seed ${seed}`,
  });
