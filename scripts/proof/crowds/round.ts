import { checkInvariants } from '../checker/check.ts';
import type { Violation } from '../checker/claims-of-others.ts';
import { evidence } from '../episodes/episode.ts';
import type { ProofHouse } from '../house/proof-house.ts';
import { openHall } from './hall.ts';
import type { Hall } from './hall.ts';
import { herd } from './herd.ts';
import { rush } from './pools.ts';
import { storm } from './storm.ts';
import { tenures } from './tenures.ts';

/** How large the crowds are. */
export interface CrowdSize {
  storm: { clients: number; turns: number; shifts: number };
  herd: { rows: number; seatsOfRow: number; clients: number };
  rush: { clients: number; turns: number };
}

/** As `npm run proof` has them. */
export const wholeSize: CrowdSize = {
  storm: { clients: 400, turns: 20, shifts: 5 },
  herd: { rows: 40, seatsOfRow: 30, clients: 250 },
  rush: { clients: 200, turns: 8 },
};

/** As `npm test` has them. */
export const shortSize: CrowdSize = {
  storm: { clients: 200, turns: 5, shifts: 2 },
  herd: { rows: 20, seatsOfRow: 15, clients: 60 },
  rush: { clients: 60, turns: 4 },
};

export interface CrowdSettings {
  house: ProofHouse;
  seed: number;
  size: CrowdSize;
}

export interface CrowdEnd {
  /** How often each answer was given. */
  counts: Record<string, number>;
  violations: Violation[];
  /** What a crowd was not told that it should have been. */
  problems: string[];
}

const lifeMs = 15 * 60_000;

/** 32,000 numbered places, as a stadium has them. */
export const openStadium = (house: ProofHouse): Promise<Hall> =>
  openHall(house, { rows: 160, seatsOfRow: 200, capacity: 32_000 });

/** Locks, unlocks and expiry on the same few seats of a large hall. */
export async function stormRound(settings: CrowdSettings, hall: Hall): Promise<CrowdEnd> {
  const { house, seed, size } = settings;
  const seen = tenures();
  const counts = await storm({ house, hall, seed, tenures: seen, ...size.storm });
  const violations = await checkInvariants({ ...evidence(house), tenures: seen.all() });
  return { counts, violations, problems: [] };
}

/** Everybody wants the best places of a hall that is too small, until it is full to the last seat. */
export async function herdRound({ house, seed, size }: CrowdSettings): Promise<CrowdEnd> {
  const { rows, seatsOfRow, clients } = size.herd;
  const hall = await openHall(house, { rows, seatsOfRow, capacity: rows * seatsOfRow });
  const seen = tenures();
  const { counts, seats, refusals } = await herd({ house, hall, seed, clients, tenures: seen });
  const violations = await checkInvariants({ ...evidence(house), tenures: seen.all(), refusals });
  const told = new Set(seats);
  const full = told.size === hall.capacity && seats.length === hall.capacity;
  const problem = `${seats.length} seats were given away, ${told.size} different ones, of ${hall.capacity}`;
  return { counts, violations, problems: full ? [] : [problem] };
}

/** Seats, the best seats and two areas draw on fewer places than they have together; then all expires, and again. */
export async function rushRound({ house, seed, size }: CrowdSettings): Promise<CrowdEnd> {
  const halls = [
    await openHall(house, { rows: 4, seatsOfRow: 10, zones: { sun: 40, shade: 30 }, capacity: 80 }),
    await openHall(house, { zones: { bow: 60, stern: 50 }, capacity: 90 }),
  ];
  const ends: CrowdEnd[] = [];
  for (const [turn, hall] of [...halls, ...halls].entries()) {
    if (turn === halls.length) await house.shiftClock(lifeMs + 1_000);
    const { counts, refusals } = await rush({ house, hall, seed: seed + turn * 1_000_003, ...size.rush });
    const violations = await checkInvariants({ ...evidence(house), refusals });
    ends.push({ counts, violations, problems: [] });
  }
  return together(ends);
}

export function together(ends: readonly CrowdEnd[]): CrowdEnd {
  const counts: Record<string, number> = {};
  for (const end of ends)
    for (const [what, times] of Object.entries(end.counts)) counts[what] = (counts[what] ?? 0) + times;
  return {
    counts,
    violations: ends.flatMap(({ violations }) => violations),
    problems: ends.flatMap(({ problems }) => problems),
  };
}
