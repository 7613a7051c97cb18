import { acknowledgementLog } from '../buyer/acknowledgement-log.ts';
import { beginPayment, gatewayIdOf, order, sessionOf } from '../buyer/purchase.ts';
import type { Purchaser } from '../buyer/purchase.ts';
import { shopClient } from '../buyer/shop-client.ts';
import { openHall } from '../crowds/hall.ts';
import type { Hall } from '../crowds/hall.ts';
import { acknowledgementFile } from '../episodes/episode.ts';
import type { ProofHouse } from '../house/proof-house.ts';
import { chance } from '../random.ts';
import type { Chance } from '../random.ts';
import type { KillRound } from './kill-round.ts';

export interface Load {
  /** Resolves when everybody has finished what they had begun. */
  end(): Promise<void>;
}

type Meanwhile = Pick<KillRound, 'house' | 'number' | 'load'>;

const mostPurchases = 8;

/** Where the buyers of a load go: they would wait for the places of a journey that is held up. */
export async function hallsOfLoad(house: ProofHouse): Promise<Hall[]> {
  return [
    await openHall(house, { rows: 20, seatsOfRow: 20, capacity: 400 }),
    await openHall(house, { zones: { deck: 400 }, capacity: 400 }),
  ];
}

/** Buyers who buy one thing after the other, who pay for what they ordered, and who never take silence for an answer. */
export function beginLoad({ house, number, load }: Meanwhile): Load {
  const state = { over: false };
  const acknowledge = acknowledgementLog(acknowledgementFile(house));
  const client = shopClient({ url: house.cmsUrl, acknowledge });
  const luck = chance(number);
  const buying = Array.from({ length: load?.buyers ?? 0 }, async (_, index) => {
    const own = luck.fork();
    for (let turn = 0; turn < mostPurchases && !state.over; turn += 1)
      await buyOnce({
        ...{ house, halls: load?.halls ?? [], luck: own },
        purchaser: { name: `k${number}load${index}t${turn}`, client },
      });
  });
  const all = Promise.all(buying);
  // Whoever waits for the end hears of it; until then it is nobody's.
  all.catch(() => undefined);
  return {
    end: async () => {
      state.over = true;
      await all;
    },
  };
}

export interface Purchase {
  house: ProofHouse;
  halls: readonly Hall[];
  purchaser: Purchaser;
  luck: Chance;
}

/** Locks places, orders and pays them; answers whether there were places. */
export async function buyOnce({ house, halls, purchaser, luck }: Purchase): Promise<boolean> {
  const { name, client } = purchaser;
  const { eventId, seats, ticketTypeId } = luck.pick(halls);
  const places = luck.between(1, 3);
  const from = luck.between(0, Math.max(0, seats.length - places));
  const wanted =
    seats.length > 0
      ? { seats: seats.slice(from, from + places) }
      : { quantities: { [ticketTypeId]: places } };
  const body = { sessionId: sessionOf(name), ...wanted };
  const locked = await client.insist({ what: 'lock', path: `/api/events/${eventId}/seats/lock`, body });
  if (locked.status !== 200) return false;
  // Three times at once: one key makes one order, whoever of the processes is asked.
  const [ordered] = await Promise.all(Array.from({ length: 3 }, () => order(purchaser)));
  if (ordered?.status !== 201) throw new Error(`${name} could not order: ${JSON.stringify(ordered?.body)}`);
  const { id, accessToken } = ordered.body.data as { id: string; accessToken: string };
  await house.gateway.pay(gatewayIdOf(await beginPayment(purchaser, { orderId: id, accessToken })));
  return true;
}
