import { setTimeout as pause } from 'node:timers/promises';
import type { AnyRoute, z } from '@gangway/kit';
import type { EventItem } from '../contract/event-item.ts';
import type { listEvents } from '../contract/event-list.ts';

type Failure = { code: string; details: Record<string, unknown> };

export type Answer = { status: number; headers: Headers; body: { data: unknown; error?: Failure } };

export async function ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(baseUrl + path, { headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
}

/** The answer's body after the contract has looked at it: one field too many or too few fails the test. */
export async function read<R extends AnyRoute>(route: R, path: string): Promise<z.output<R['response']>> {
  const { status, body } = await ask(path);
  if (status !== 200) throw new Error(`${path} answered ${status} ${body.error?.code}`);
  return route.response.parse(body) as z.output<R['response']>;
}

export type EventList = z.output<typeof listEvents.response>;

export const idsOf = ({ data }: { data: EventItem[] }) => data.map(({ id }) => id);

const patienceMs = 120_000;
const betweenMs = 10;

/** Asks again until the answer is as wanted; past the deadline the last answer is handed back for the test to judge. */
export async function eventually<T>(
  question: () => Promise<T>,
  isWanted: (answer: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const answer = await question();
    if (isWanted(answer) || Date.now() > deadline) return answer;
    await pause(betweenMs);
  }
}
