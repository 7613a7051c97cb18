import { randomUUID } from 'node:crypto';
import { timeLimit } from '@gangway/kit';
import type { ProviderLog } from '@gangway/kit';
import { viewOf } from './create-world.ts';
import type { Delivery, World } from './world.ts';

/** Seconds until a notification that was not taken is sent again; the last one repeats for 24 hours. */
const pauses = [1, 2, 5, 10, 30, 60, 300, 900, 3600];
const longestTries = pauses.length + 22;
const reorderMs = 300;
const patienceMs = 30_000;

type Letter = { delivery: Delivery; body: string };

/**
 * Delivers notifications to the shop: an answer of 200 takes one, anything else brings it again.
 * @returns what stops it
 */
export function openPost(
  world: World,
  { notifyUrl, log }: { notifyUrl: string | undefined; log: ProviderLog },
) {
  const timers = new Set<NodeJS.Timeout>();
  const waiting: Letter[] = [];
  const later = (ms: number, work: () => Promise<void>) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work().catch((error: unknown) => log.error({ err: error }, 'a notification was not sent'));
    }, ms);
    timers.add(timer.unref());
  };
  const send = async (letter: Letter): Promise<void> => {
    if (!notifyUrl || (await wasTaken(world, letter, notifyUrl)) || letter.delivery.attempts > longestTries)
      return;
    const seconds = pauses[Math.min(letter.delivery.attempts, pauses.length) - 1] ?? 1;
    later(seconds * 1000, () => send(letter));
  };
  const sendWaiting = async () => {
    const letters = waiting.splice(0);
    for (const letter of world.switches.reorder ? letters.reverse() : letters) await send(letter);
  };
  world.notify = (event, object) => {
    const { copies, delayMs, reorder } = world.switches;
    const body = JSON.stringify({ type: 'notification', event, object: viewOf(world, object) });
    for (let copy = 0; copy < copies; copy++)
      waiting.push({ delivery: registered(world, event, object.id), body });
    later(Math.max(delayMs, reorder ? reorderMs : 0), sendWaiting);
  };
  return () => {
    for (const timer of timers) clearTimeout(timer);
    timers.clear();
  };
}

function registered(world: World, event: string, objectId: string): Delivery {
  const delivery: Delivery = { id: randomUUID(), event, objectId, attempts: 0, delivered: false };
  world.deliveries.push(delivery);
  return delivery;
}

async function wasTaken(world: World, { delivery, body }: Letter, notifyUrl: string): Promise<boolean> {
  delivery.attempts += 1;
  delivery.answer = await answerTo(notifyUrl, body, world.switches.sourceIp);
  delivery.delivered = delivery.answer === 200;
  const { event, objectId, attempts, answer } = delivery;
  world.journal({ what: 'notification', event, objectId, attempts, answer: answer ?? null });
  return delivery.delivered;
}

/** The status of the answer; undefined: there was none. */
async function answerTo(url: string, body: string, sourceIp: string): Promise<number | undefined> {
  const forwarded = sourceIp && { 'x-forwarded-for': sourceIp };
  const headers = { 'content-type': 'application/json', ...forwarded };
  const signal = timeLimit(patienceMs);
  try {
    const answer = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return undefined;
  }
}
