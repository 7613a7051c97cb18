import type { QuietRefusal } from '../checker/records.ts';
import type { ProofHouse } from '../house/proof-house.ts';
import { count } from '../part.ts';
import { chance } from '../random.ts';
import type { Chance } from '../random.ts';
import { doorOf, word } from './door.ts';
import type { Hall } from './hall.ts';
import type { Tenures } from './tenures.ts';

export interface Herd {
  house: ProofHouse;
  hall: Hall;
  tenures: Tenures;
  seed: number;
  /** Together they want more than there is. */
  clients: number;
}

export interface HerdEnd {
  counts: Record<string, number>;
  /** Seats as the herd was told them, each as often as somebody was told it. */
  seats: string[];
  refusals: QuietRefusal[];
}

const sessionPlaces = 12;
const together = { from: 2, to: 6 };

/** Everybody asks for the best places for two to six at once, until nobody gets even one. */
export async function herd(settings: Herd): Promise<HerdEnd> {
  const luck = chance(settings.seed);
  const counts: Record<string, number> = {};
  const asking = Array.from({ length: settings.clients }, (_, index) =>
    graze({ ...settings, counts, luck: luck.fork(), holder: `herd-${settings.seed}-${index}` }),
  );
  const seats = (await Promise.all(asking)).flat();
  return { counts, seats, refusals: await lastOnes(settings, seats) };
}

interface Animal extends Herd {
  holder: string;
  luck: Chance;
  counts: Record<string, number>;
}

/** Asks for fewer when there are not so many; the answer is what it has in the end. */
async function graze(animal: Animal): Promise<readonly string[]> {
  const { hall, tenures, holder, luck, counts } = animal;
  const door = doorOf(animal, holder);
  let own: readonly string[] = [];
  let wish = luck.between(together.from, together.to);
  while (wish > 0 && own.length + wish <= sessionPlaces) {
    const answer = await door.best({ count: wish });
    count(counts, [word(answer)]);
    if (answer.status === 200) {
      own = answer.seats;
      tenures.told(holder, { ...answer, eventId: hall.eventId });
      wish = luck.between(together.from, together.to);
    }
    if (answer.code === 'SOLD_OUT') wish -= 1;
  }
  return own;
}

/** When the herd is through, one after the other takes what is left, until somebody is refused. */
async function lastOnes(settings: Herd, taken: string[]): Promise<QuietRefusal[]> {
  const { hall } = settings;
  for (let number = 0; ; number += 1) {
    const answer = await doorOf(settings, `herd-${settings.seed}-last-${number}`).best({ count: 1 });
    if (answer.status !== 200) return [{ eventId: hall.eventId, wanted: 1, pools: {} }];
    taken.push(...answer.seats);
  }
}
