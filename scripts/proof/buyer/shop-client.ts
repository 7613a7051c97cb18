import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Acknowledgement } from '../checker/records.ts';
import type { Acknowledge } from './acknowledgement-log.ts';

export interface Answer {
  status: number;
  body: { data?: Record<string, unknown>; error?: { code?: string } };
}

export interface Question {
  what: string;
  method?: 'GET' | 'POST';
  path: string;
  body?: object;
  key?: string;
  headers?: Record<string, string>;
}

export interface ShopClient {
  /** Asks once; undefined when no answer came. */
  ask(question: Question): Promise<Answer | undefined>;
  /** Asks the same with the same key until an answer comes that is one: neither silence nor a failure of theirs. */
  insist(question: Question): Promise<Answer>;
}

const patienceMs = 180_000;
const answerMs = 60_000;
const betweenMs = 150;

/** `url` is asked before every request: there may be several doors. */
export function shopClient(shop: { url: string | (() => string); acknowledge: Acknowledge }): ShopClient {
  const { url, acknowledge } = shop;
  const once = async (question: Question): Promise<Answer | undefined> => {
    const { method = 'POST', path, body, key, headers } = question;
    try {
      const response = await fetch(`${typeof url === 'string' ? url : url()}${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...headers, ...(key && { 'Idempotency-Key': key }) },
        ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
        signal: AbortSignal.timeout(answerMs),
      });
      const text = await response.text();
      const answer = { status: response.status, body: JSON.parse(text) as Answer['body'] };
      acknowledge(lineOf(question, answer, text));
      return answer;
    } catch {
      return undefined;
    }
  };
  const insist = async (question: Question): Promise<Answer> => {
    const over = performance.now() + patienceMs;
    for (;;) {
      const answer = await once(question);
      if (answer && answer.status < 500 && answer.status !== 429) return answer;
      if (performance.now() > over)
        throw new Error(`${question.what} had no answer: ${JSON.stringify(answer)}`);
      await pause(betweenMs);
    }
  };
  return { ask: once, insist };
}

const named: Record<string, string[]> = {
  lock: ['holdId'],
  order: ['id', 'number', 'total'],
  payment: ['paymentId'],
};

function lineOf({ what, key }: Question, { status, body }: Answer, text: string): Acknowledgement {
  const data = body.data ?? {};
  const of = (name: string) => (named[what]?.includes(name) ? (data[name] as string | undefined) : undefined);
  const total = named[what]?.includes('total')
    ? (data['total'] as { amount: number } | undefined)
    : undefined;
  return {
    ...{ what, key, status, digest: createHash('sha256').update(text).digest('hex') },
    ...{ holdId: of('holdId'), orderId: of('id'), number: of('number') },
    ...{ total: total?.amount, paymentId: of('paymentId') },
  };
}
