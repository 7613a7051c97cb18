import { until } from '../house/proof-house.ts';
import type { ProofHouse } from '../house/proof-house.ts';
import { count } from '../part.ts';
import { chance } from '../random.ts';
import type { Chance } from '../random.ts';
import { doorOf, word } from './door.ts';
import type { Door, HeldAnswer } from './door.ts';
import type { Hall } from './hall.ts';
import type { Tenures } from './tenures.ts';

export interface Storm {
  house: ProofHouse;
  hall: Hall;
  tenures: Tenures;
  seed: number;
  clients: number;
  /** Requests of each client. */
  turns: number;
  /** How often business time is moved past the life of everything that is held. */
  shifts: number;
}

const lifeMs = 15 * 60_000;
/** Nearly everybody wants to sit here. */
const hotSeats = 240;

/** Hundreds of clients lock overlapping seats, let some go, leave others to the clock. Answers how often they were told what. */
export async function storm(settings: Storm): Promise<Record<string, number>> {
  const luck = chance(settings.seed);
  const counts: Record<string, number> = {};
  const left: Left = { turns: settings.clients * settings.turns, over: false };
  const clients = Array.from({ length: settings.clients }, (_, index) => {
    const holder = `storm-${settings.seed}-${index}`;
    return visit({ ...settings, holder, door: doorOf(settings, holder), luck: luck.fork(), counts, left });
  });
  const moving = movingTheClock(settings, left);
  await Promise.all(clients).finally(() => (left.over = true));
  await moving;
  return counts;
}

interface Visitor extends Storm {
  holder: string;
  door: Door;
  luck: Chance;
  counts: Record<string, number>;
  left: Left;
}

/** Requests that are still to be made; `over` when no more of them come. */
type Left = { turns: number; over: boolean };

async function visit(visitor: Visitor): Promise<void> {
  for (let turn = 0; turn < visitor.turns; turn += 1) {
    const answer = await (visitor.luck.percent(65) ? lockSome(visitor) : unlockSome(visitor));
    count(visitor.counts, [word(answer)]);
    if (answer.code === 'TOO_MANY_PLACES') await unlockAll(visitor);
    visitor.left.turns -= 1;
  }
}

async function lockSome(visitor: Visitor): Promise<HeldAnswer> {
  const { luck, hall, door } = visitor;
  const range = luck.percent(85) ? Math.min(hotSeats, hall.seats.length) : hall.seats.length;
  const wanted = luck.between(1, 5);
  const from = luck.between(0, Math.max(0, range - wanted));
  const seats = hall.seats.slice(from, from + wanted);
  return told(visitor, await door.lock({ seats: luck.percent(50) ? seats : seats.toReversed() }));
}

async function unlockSome(visitor: Visitor): Promise<HeldAnswer> {
  const { luck, hall, door, holder, tenures } = visitor;
  if (luck.percent(60)) return unlockAll(visitor);
  const from = luck.between(0, Math.min(hotSeats, hall.seats.length) - 1);
  const seats = hall.seats.slice(from, from + 100);
  tenures.letGo(holder, seats);
  return told(visitor, await door.unlock({ seats }));
}

async function unlockAll(visitor: Visitor): Promise<HeldAnswer> {
  visitor.tenures.letGo(visitor.holder);
  return told(visitor, await visitor.door.unlock());
}

function told({ tenures, holder, hall }: Visitor, answer: HeldAnswer): HeldAnswer {
  if (answer.status === 200) tenures.told(holder, { ...answer, eventId: hall.eventId });
  return answer;
}

/** Spread over the storm by what is left of it, not by time. */
async function movingTheClock({ house, tenures, shifts, clients, turns }: Storm, left: Left): Promise<void> {
  for (let shift = 1; shift <= shifts; shift += 1) {
    const due = clients * turns * (1 - shift / (shifts + 1));
    await until(async () => left.turns <= due || left.over, { everyMs: 5 });
    const to = (await house.businessNow()) + lifeMs + 1_000;
    // Whatever the move takes, nobody relies on what it ends from here on.
    tenures.clockMoves(to + lifeMs / 2);
    await house.setClock(to);
  }
}
