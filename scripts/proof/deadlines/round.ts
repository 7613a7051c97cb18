import { acknowledgementLog } from '../buyer/acknowledgement-log.ts';
import type { Offer } from '../buyer/offer.ts';
import { beginPayment, gatewayIdOf, reserve } from '../buyer/purchase.ts';
import type { Reserved } from '../buyer/purchase.ts';
import { shopClient } from '../buyer/shop-client.ts';
import { doorOf } from '../crowds/door.ts';
import type { Hall } from '../crowds/hall.ts';
import { comeToRest } from '../episodes/at-rest.ts';
import { acknowledgementFile } from '../episodes/episode.ts';
import { ask } from '../house/proof-house.ts';
import type { ProofHouse } from '../house/proof-house.ts';
import { barrierAt } from '../kills/barrier.ts';
import type { Barrier } from '../kills/barrier.ts';
import { chance } from '../random.ts';

/** Which of the two asks for its commit first; `together`: nobody holds either of them back. */
export const ways = ['payment first', 'expiry first', 'together'] as const;
export type Way = (typeof ways)[number];

export interface DeadlineRound {
  house: ProofHouse;
  /** Numbered places that nobody else wants. */
  hall: Hall;
  way: Way;
  seed: number;
  /** Unique in the house: whose places they are. */
  number: number;
}

/** What became of an order whose money came in the millisecond in which its time ran out. */
export interface DeadlineEnd {
  outcome: 'sold' | 'given back' | 'neither' | 'both';
  order: string;
  tickets: number;
  /** Of the money, in minor units. */
  kept: number;
  total: number;
}

interface Attempt {
  name: string;
  reserved: Reserved;
  gatewayId: string;
  seats: readonly string[];
}

const buyers = 2;
const places = 2;
const patienceMs = 60_000;
/** The clock is set so close to the end, milliseconds before and after it. */
const aroundMs = 3;

/** Two buyers pay while business time passes the end of their orders, and rivals want their places. */
export async function deadlineRound(round: DeadlineRound): Promise<DeadlineEnd[]> {
  const attempts = await begin(round);
  const barrier = await barrierAt(round.house.databaseUrl);
  try {
    await meet(round, attempts, barrier);
  } finally {
    await barrier.lower();
    await barrier.close();
  }
  await comeToRest(round.house);
  return Promise.all(attempts.map((attempt) => endOf(round.house, attempt)));
}

async function begin({ house, hall, number }: DeadlineRound): Promise<Attempt[]> {
  const acknowledge = acknowledgementLog(acknowledgementFile(house));
  const client = shopClient({ url: house.cmsUrl, acknowledge });
  const offer: Offer = { ...hall, seating: 'assigned' };
  const attempts: Attempt[] = [];
  for (let index = 0; index < buyers; index += 1) {
    const from = (number * buyers + index) * places;
    const purchaser = { name: `d${number}b${index}`, client };
    const reserved = await reserve(purchaser, { offer, from, places });
    const gatewayId = gatewayIdOf(await beginPayment(purchaser, reserved));
    attempts.push({
      name: purchaser.name,
      reserved,
      gatewayId,
      seats: hall.seats.slice(from, from + places),
    });
  }
  return attempts;
}

async function meet(round: DeadlineRound, attempts: readonly Attempt[], barrier: Barrier): Promise<void> {
  const { house, way } = round;
  const luck = chance(round.seed);
  const end = (await endsOf(house, attempts)) + luck.between(-aroundMs, aroundMs);
  const pay = () => Promise.all(attempts.map(({ gatewayId }) => payInTime(house, gatewayId)));
  const wanted = luck.percent(50) ? attempts : [];
  const expire = () => house.setClock(end);
  if (way === 'together') {
    const steps = luck.percent(50) ? [pay, expire] : [expire, pay];
    await Promise.all([...steps.map((step) => step()), rivals(round, wanted)]);
    return;
  }
  const [first, second] = way === 'payment first' ? [pay, expire] : [expire, pay];
  const point = way === 'payment first' ? 'payment settled' : 'order expired';
  for (const { reserved } of attempts) await barrier.raise({ point, about: reserved.orderId });
  await first();
  await barrier.anyWaiting(AbortSignal.timeout(patienceMs));
  const wanting = rivals(round, wanted);
  await second();
  await barrier.lower();
  await wanting;
}

/** The gateway waits as long as the order: once it has heard of the time, whoever is too late is sent away there. */
async function payInTime({ gateway }: ProofHouse, gatewayId: string): Promise<void> {
  await gateway.pay(gatewayId).catch((error: unknown) => {
    if (!String(error).includes('Payment is canceled')) throw error;
  });
}

/** The later end of them: then all are due. Milliseconds of business time. */
async function endsOf({ databaseUrl }: ProofHouse, attempts: readonly Attempt[]): Promise<number> {
  const [row] = await ask<{ end: string }>(
    databaseUrl,
    `select (extract(epoch from max(expires_at)) * 1000)::bigint as end from orders where document_id = any($1)`,
    [attempts.map(({ reserved }) => reserved.orderId)],
  );
  return Number(row?.end);
}

/** Others want the same places as soon as they might be free. */
async function rivals({ house, hall }: DeadlineRound, attempts: readonly Attempt[]): Promise<void> {
  const asked = attempts.map(({ name, seats }) => doorOf({ house, hall }, `${name}-rival`).lock({ seats }));
  await Promise.all(asked);
}

/** One of the two, whole: all places and all the money, or nothing of either. */
async function endOf({ databaseUrl }: ProofHouse, { reserved }: Attempt): Promise<DeadlineEnd> {
  const [row] = await ask<Omit<DeadlineEnd, 'outcome'>>(
    databaseUrl,
    `select o.state as order, o.total,
            (select count(*)::int from admissions a where a.order_id = o.document_id and a.state = 'issued') as tickets,
            (select coalesce(sum(p.amount - p.refunded_amount), 0)::int from payments p
              where p.payable_id = o.document_id and p.state = 'succeeded') as kept
       from orders o where o.document_id = $1`,
    [reserved.orderId],
  );
  if (!row) throw new Error(`Order ${reserved.orderId} is gone.`);
  return { ...row, outcome: outcomeOf(row) };
}

function outcomeOf({ order, tickets, kept, total }: Omit<DeadlineEnd, 'outcome'>): DeadlineEnd['outcome'] {
  if (order === 'PAID' && tickets === places && kept === total) return 'sold';
  if (order !== 'PAID' && tickets === 0 && kept === 0) return 'given back';
  return kept > 0 && order !== 'PAID' ? 'both' : 'neither';
}
