import { setTimeout as pause } from 'node:timers/promises';
import { startValkey } from '../../../database/valkey.ts';
import type { TestValkey } from '../../../database/valkey.ts';
import { acknowledgementLog } from '../buyer/acknowledgement-log.ts';
import { shopClient } from '../buyer/shop-client.ts';
import type { Violation } from '../checker/claims-of-others.ts';
import type { Hall } from '../crowds/hall.ts';
import { comeToRest } from '../episodes/at-rest.ts';
import { acknowledgementFile, violations } from '../episodes/episode.ts';
import type { ProofHouse } from '../house/proof-house.ts';
import { buyOnce } from '../kills/load.ts';
import { chance } from '../random.ts';
import type { Chance } from '../random.ts';

/** A Redis that can be lost; what runs now is not what began. */
export interface Losable {
  url: string;
  lose(way: Loss): Promise<void>;
  close(): Promise<void>;
}

export const losses = ['flushed', 'killed', 'away'] as const;
export type Loss = (typeof losses)[number];

export interface RedisRound {
  house: ProofHouse;
  redis: Losable;
  halls: readonly Hall[];
  seed: number;
  buyers: number;
}

export interface RedisEnd {
  bought: number;
  refused: number;
  lost: Loss[];
  violations: Violation[];
}

const purchases = 3;
const awayMs = 1_500;
const between = { from: 30, to: 700 };

/** Nothing of it is on a disk: whoever is killed has forgotten everything. */
export async function losableRedis(): Promise<Losable> {
  const state: { valkey: TestValkey } = { valkey: await startValkey() };
  const { port, url } = state.valkey;
  const again = async (awayFor: number) => {
    await state.valkey.kill();
    await pause(awayFor);
    state.valkey = await startValkey({ port });
  };
  const ways: Record<Loss, () => Promise<void>> = {
    flushed: () => state.valkey.flush(),
    killed: () => again(0),
    away: () => again(awayMs),
  };
  return { url, lose: (way) => ways[way](), close: () => state.valkey.close() };
}

/** Buyers buy while Redis loses everything, once in each way, in an order drawn by lot. */
export async function redisRound(round: RedisRound): Promise<RedisEnd> {
  const { house, seed, buyers } = round;
  const luck = chance(seed);
  const buying = Promise.all(
    Array.from({ length: buyers }, (_, index) => shopping(round, luck.fork(), `r${seed}b${index}`)),
  );
  const [bought, lost] = await Promise.all([buying, losing(round, luck.fork())]);
  await comeToRest(house);
  const visits = bought.flat();
  return {
    bought: visits.filter(Boolean).length,
    refused: visits.filter((found) => !found).length,
    ...{ lost, violations: await violations(house) },
  };
}

async function shopping({ house, halls }: RedisRound, luck: Chance, name: string): Promise<boolean[]> {
  const acknowledge = acknowledgementLog(acknowledgementFile(house));
  const client = shopClient({ url: house.cmsUrl, acknowledge });
  const found: boolean[] = [];
  for (let turn = 0; turn < purchases; turn += 1)
    found.push(await buyOnce({ house, halls, purchaser: { name: `${name}n${turn}`, client }, luck }));
  return found;
}

async function losing({ redis }: RedisRound, luck: Chance): Promise<Loss[]> {
  const order = losses.toSorted(() => luck.next() - 0.5);
  for (const way of order) {
    await pause(luck.between(between.from, between.to));
    await redis.lose(way);
  }
  return order;
}
