import type { Core } from '@strapi/strapi';
import { perStrapi } from '../../../frame/per-strapi.ts';
import { life } from '../../../frame/process/life.ts';
import { askedToWait } from '../../../frame/request/prefer-wait.ts';
import { waitingRoom } from './waiting-room.ts';

/** A buyer has a page or two open; a chair costs what an idle socket costs. */
const chairs = { all: 2_000, perSubject: 4 };

/** Where this process lets callers wait for news of an order; a stop lets all of them go. */
export const newsRoom = perStrapi((strapi) => {
  const room = waitingRoom(chairs);
  life(strapi).onRetire(room.tellAll);
  return room;
});

export interface Looking<Seen> {
  orderId: string;
  /** As the caller sent it. */
  prefer: string | string[] | undefined;
  look: () => Promise<Seen>;
  /** Whether what was seen may change soon, so that a caller who can wait does. */
  isDue: (seen: Seen) => boolean;
}

export interface Looked<Seen> {
  seen: Seen;
  /** What the reply says of it. */
  waited: { waitedMs: number; headers: Record<string, string> };
}

/**
 * What there is to see of an order: at once, or for a caller who would rather wait (`Prefer: wait=20`) as soon as it is
 * not due any more, and when the time is over in any case. Nobody waits in a process that stops or is full; the answer
 * then lacks `Preference-Applied`, so that the caller knows to pause before asking again.
 * @throws what `look` throws
 */
export async function lookOrWait<Seen>(
  strapi: Core.Strapi,
  { orderId, prefer, look, isDue }: Looking<Seen>,
): Promise<Looked<Seen>> {
  const seconds = askedToWait(prefer);
  const visitor = newsRoom(strapi).enter(orderId);
  const began = performance.now();
  const wait = async () => {
    const leftMs = seconds * 1_000 - (performance.now() - began);
    if (leftMs <= 0) return 'over';
    return !life(strapi).draining && (await visitor.wait(leftMs)) ? 'again' : 'refused';
  };
  try {
    return await looked({ seconds, wait, look, isDue });
  } finally {
    visitor.leave();
  }
}

type Turn = 'again' | 'over' | 'refused';

interface Turns<Seen> extends Pick<Looking<Seen>, 'look' | 'isDue'> {
  seconds: number;
  wait: () => Promise<Turn>;
}

async function looked<Seen>({ seconds, wait, look, isDue }: Turns<Seen>): Promise<Looked<Seen>> {
  const applied: Record<string, string> = seconds > 0 ? { 'Preference-Applied': `wait=${seconds}` } : {};
  for (let waitedMs = 0; ;) {
    const seen = await look();
    if (!isDue(seen)) return { seen, waited: { waitedMs, headers: applied } };
    const sat = performance.now();
    const turn = await wait();
    waitedMs += performance.now() - sat;
    if (turn !== 'again') return { seen, waited: { waitedMs, headers: turn === 'over' ? applied : {} } };
  }
}
