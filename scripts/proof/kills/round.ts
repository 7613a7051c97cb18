import { acknowledgementLog } from '../buyer/acknowledgement-log.ts';
import type { Offer } from '../buyer/offer.ts';
import { beginPayment, gatewayIdOf, order, reserve } from '../buyer/purchase.ts';
import type { Purchaser, Reserved } from '../buyer/purchase.ts';
import { shopClient } from '../buyer/shop-client.ts';
import type { Answer } from '../buyer/shop-client.ts';
import { comeToRest } from '../episodes/at-rest.ts';
import { acknowledgementFile } from '../episodes/episode.ts';
import type { ProofHouse } from '../house/proof-house.ts';
import { barrierAt } from './barrier.ts';
import type { KillRound } from './kill-round.ts';
import { beginLoad } from './load.ts';
import type { Barrier, Stop } from './barrier.ts';
import { pointNames } from './points.ts';
import type { PointName } from './points.ts';

/** A purchase that was on its way through one point when the victim died. */
export interface Journey {
  point: PointName;
  places: number;
  purchaser: Purchaser;
  reserved: Reserved;
  /** Whether the transaction at the point had committed, seen before anything was started again. */
  committed: boolean;
  /** What the buyer was told, and what the same requests with the same keys were told in the end. */
  told: { order: Answer; payment: Answer };
  toldAgain: { order: Answer; payment: Answer };
}

interface Walking {
  point: PointName;
  purchaser: Purchaser;
  reserved: Reserved;
  stop: Stop;
  paying: Promise<Answer>;
}

const places = 2;
const patienceMs = 90_000;

/** One purchase walks to each point and waits there; then the victim is killed, and everything goes on by itself. */
export async function killRound(round: KillRound): Promise<Journey[]> {
  const barrier = await barrierAt(round.house.databaseUrl);
  const load = beginLoad(round);
  const walking: Walking[] = [];
  // Those whose request stays open come last: their buyers wait for an answer meanwhile.
  for (const [index, point] of [...pointNames.entries()].reverse())
    walking.push(await walk(round, { barrier, point, index }));
  const signal = AbortSignal.timeout(patienceMs);
  const pids = await inTurn(walking, ({ stop }) => barrier.waiting(stop, signal));
  const committed = await strike(round, { barrier, walking, pids });
  const told = await Promise.all(walking.map((one) => goOn(round.house, one)));
  await load.end();
  // A clock that runs ahead would let orders expire that somebody is paying for.
  await comeToRest(round.house, { still: 200 });
  return Promise.all(
    walking.map((one, index) => arrived(one, { committed: committed[index], told: told[index] })),
  );
}

type Step = { barrier: Barrier; point: PointName; index: number };

async function walk(round: KillRound, { barrier, point, index }: Step): Promise<Walking> {
  const { house, offers, number } = round;
  const acknowledge = acknowledgementLog(acknowledgementFile(house));
  const purchaser = { name: `k${number}p${index}`, client: shopClient({ url: house.cmsUrl, acknowledge }) };
  const reserved = await reserve(purchaser, { offer: offerAt(offers, index), from: number * places, places });
  const atOrder = { point, about: reserved.orderId };
  if (point !== 'notification kept') await barrier.raise(atOrder);
  const paying = beginPayment(purchaser, reserved);
  if (point === 'attempt written' || point === 'gateway answered')
    return { point, purchaser, reserved, stop: atOrder, paying };
  const gatewayId = gatewayIdOf(await paying);
  const stop = point === 'notification kept' ? { point, about: gatewayId } : atOrder;
  if (stop !== atOrder) await barrier.raise(stop);
  await house.gateway.pay(gatewayId);
  return { point, purchaser, reserved, stop, paying };
}

function offerAt(offers: readonly Offer[], index: number): Offer {
  const offer = offers[index];
  if (!offer) throw new Error(`${offers.length} departures are not enough.`);
  return offer;
}

type Struck = { barrier: Barrier; walking: readonly Walking[]; pids: readonly number[] };

/** Answers, for each purchase, whether its transaction committed. */
async function strike(
  { house, when, victim }: KillRound,
  { barrier, walking, pids }: Struck,
): Promise<boolean[]> {
  if (victim === 'database') {
    await house.killDatabase();
    await house.startDatabase();
    const seen = await barrierAt(house.databaseUrl);
    return ending(
      seen,
      inTurn(walking, ({ stop }) => seen.happened(stop)),
    );
  }
  await house.killCms();
  if (when === 'before') await barrier.abandon(pids);
  await barrier.lower();
  await barrier.gone(pids, AbortSignal.timeout(patienceMs));
  const committed = await ending(
    barrier,
    inTurn(walking, ({ stop }) => barrier.happened(stop)),
  );
  await house.startCms();
  return committed;
}

async function ending<Result>(barrier: Barrier, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } finally {
    await barrier.close();
  }
}

/** The buyer gets an answer after all, and pays where that was still to come. */
async function goOn(house: ProofHouse, { point, purchaser, paying }: Walking): Promise<Journey['told']> {
  const payment = await paying;
  if (point === 'attempt written' || point === 'gateway answered')
    await house.gateway.pay(gatewayIdOf(payment));
  return { order: await order(purchaser), payment };
}

type Seen = { committed: boolean | undefined; told: Journey['told'] | undefined };

async function arrived(
  { point, purchaser, reserved }: Walking,
  { committed = false, told }: Seen,
): Promise<Journey> {
  if (!told) throw new Error(`${purchaser.name} was told nothing.`);
  const toldAgain = { order: await order(purchaser), payment: await beginPayment(purchaser, reserved) };
  return { point, places, purchaser, reserved, committed, told, toldAgain };
}

/** One connection answers one question after the other. */
async function inTurn<One, Result>(items: readonly One[], work: (item: One) => Promise<Result>) {
  const results: Result[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
