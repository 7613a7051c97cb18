import type { QuietRefusal } from '../checker/records.ts';
import type { ProofHouse } from '../house/proof-house.ts';
import { count } from '../part.ts';
import { chance } from '../random.ts';
import type { Chance } from '../random.ts';
import { doorOf, word } from './door.ts';
import type { Door, HeldAnswer } from './door.ts';
import type { Hall } from './hall.ts';

export interface Rush {
  house: ProofHouse;
  hall: Hall;
  seed: number;
  clients: number;
  turns: number;
}

export interface RushEnd {
  counts: Record<string, number>;
  refusals: QuietRefusal[];
}

/** Several doors to the same places: numbered seats, the best of them, and the areas of each zone. */
export async function rush(settings: Rush): Promise<RushEnd> {
  const luck = chance(settings.seed);
  const counts: Record<string, number> = {};
  const pushing = Array.from({ length: settings.clients }, (_, index) =>
    push({
      ...settings,
      counts,
      luck: luck.fork(),
      door: doorOf(settings, `rush-${settings.seed}-${index}`),
    }),
  );
  await Promise.all(pushing);
  return { counts, refusals: await lastPlaces(settings, luck) };
}

interface Visitor extends Rush {
  luck: Chance;
  counts: Record<string, number>;
  door: Door;
}

async function push(visitor: Visitor): Promise<void> {
  const { luck, hall, door, counts, turns } = visitor;
  for (let turn = 0; turn < turns; turn += 1) {
    const answer = await (luck.percent(25)
      ? door.unlock()
      : enter({ door, hall, way: luck.pick(ways(hall)), luck }));
    count(counts, [word(answer)]);
    if (answer.code === 'TOO_MANY_PLACES') await door.unlock();
  }
}

type Way = { zone: string } | 'seats' | 'best';

const ways = ({ seats, zones }: Hall): Way[] => [
  ...(seats.length > 0 ? (['seats', 'best'] as const) : []),
  ...Object.keys(zones).map((zone) => ({ zone })),
];

type Entering = { door: Door; hall: Hall; way: Way; luck: Chance; most?: number };

function enter({ door, hall, way, luck, most = 4 }: Entering): Promise<HeldAnswer> {
  const wanted = luck.between(1, most);
  if (way === 'best') return door.best({ count: wanted, ...bestOf(hall) });
  if (way !== 'seats') return door.lock({ quantities: { [hall.ticketTypeId]: wanted }, zone: way.zone });
  const from = luck.between(0, hall.seats.length - wanted);
  return door.lock({ seats: hall.seats.slice(from, from + wanted) });
}

/** Without numbered places the best is any place, and then a zone has to be named. */
const bestOf = ({ seats, zones }: Hall) => (seats.length > 0 ? {} : { zone: Object.keys(zones)[0] });

/** When the rush is over: at each door one after the other, place by place, until there is none. */
async function lastPlaces(settings: Rush, luck: Chance): Promise<QuietRefusal[]> {
  const { hall, seed } = settings;
  const refusals: QuietRefusal[] = [];
  for (const way of ways(hall).filter((one) => one !== 'seats')) {
    for (let number = 0; ; number += 1) {
      const name = `rush-${seed}-${JSON.stringify(way)}-${number}`;
      const answer = await enter({ door: doorOf(settings, name), hall, way, luck, most: 1 });
      if (answer.status === 200) continue;
      refusals.push({ eventId: hall.eventId, wanted: 1, pools: poolsOf(hall, way) });
      break;
    }
  }
  return refusals;
}

const poolsOf = ({ zones, seats }: Hall, way: Way): Record<string, number> => {
  if (way === 'best') return { seats: seats.length };
  return way === 'seats' ? {} : { [`zone:${way.zone}`]: zones[way.zone] ?? 0 };
};
