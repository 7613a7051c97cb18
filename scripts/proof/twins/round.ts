import { setTimeout as pause } from 'node:timers/promises';
import { acknowledgementLog } from '../buyer/acknowledgement-log.ts';
import { shopClient } from '../buyer/shop-client.ts';
import type { Violation } from '../checker/claims-of-others.ts';
import type { Hall } from '../crowds/hall.ts';
import { comeToRest } from '../episodes/at-rest.ts';
import { acknowledgementFile, violations } from '../episodes/episode.ts';
import type { ProofHouse, Twin } from '../house/proof-house.ts';
import { buyOnce } from '../kills/load.ts';
import { chance } from '../random.ts';
import type { Chance } from '../random.ts';

export interface TwinRound {
  house: ProofHouse;
  twin: Twin;
  /** `web`: both answer requests and run jobs; `worker`: the twin runs the jobs and the other one answers. */
  twinRole: 'web' | 'worker';
  halls: readonly Hall[];
  seed: number;
  /** Buyers, each of whom buys some times. */
  buyers: number;
}

export interface TwinEnd {
  bought: number;
  refused: number;
  killed: string[];
  violations: Violation[];
}

const purchases = 3;
const restMs = { from: 50, to: 900 };

/** Buyers go to either process while one of them, drawn by lot, is killed and started again, twice. */
export async function twinRound(round: TwinRound): Promise<TwinEnd> {
  const { house, seed, buyers } = round;
  const luck = chance(seed);
  // A gateway that learned of an hour between a payment and its buyer would call it off.
  await house.tellSandbox();
  const buying = Promise.all(
    Array.from({ length: buyers }, (_, index) => shopping(round, luck.fork(), index)),
  );
  const [bought, killed] = await Promise.all([buying, killing(round, luck.fork())]);
  await comeToRest(house);
  const visits = bought.flat();
  return {
    bought: visits.filter(Boolean).length,
    refused: visits.filter((found) => !found).length,
    ...{ killed, violations: await violations(house) },
  };
}

async function shopping(round: TwinRound, luck: Chance, index: number): Promise<boolean[]> {
  const { house, twin, twinRole, halls, seed } = round;
  const doors = twinRole === 'web' ? [house.cmsUrl, twin.url] : [house.cmsUrl];
  const acknowledge = acknowledgementLog(acknowledgementFile(house));
  const door = luck.fork();
  const client = shopClient({ url: () => door.pick(doors), acknowledge });
  const found: boolean[] = [];
  for (let turn = 0; turn < purchases; turn += 1) {
    const purchaser = { name: `t${seed}b${index}n${turn}`, client };
    found.push(await buyOnce({ house, halls, purchaser, luck }));
  }
  return found;
}

async function killing({ house, twin }: TwinRound, luck: Chance): Promise<string[]> {
  const killed: string[] = [];
  for (let time = 0; time < 2; time += 1) {
    await pause(luck.between(restMs.from, restMs.to));
    const isTwin = luck.percent(50);
    killed.push(isTwin ? 'the twin' : 'the first');
    await (isTwin ? twin.kill() : house.killCms());
    await pause(luck.between(restMs.from, restMs.to));
    await (isTwin ? twin.start() : house.startCms());
  }
  return killed;
}
