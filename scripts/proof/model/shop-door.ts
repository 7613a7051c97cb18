import { randomBytes } from 'node:crypto';
import type { Answer } from './deeds.ts';

export type Question = {
  method?: 'GET' | 'POST' | 'PUT';
  path: string;
  body?: object;
  headers?: Record<string, string>;
};

/** Asks a shop over HTTP. A failure of the shop itself is never an answer that the model has to explain. */
export type Ask = <Data = unknown>(question: Question) => Promise<Answer<Data>>;

export const shopDoor =
  (url: string): Ask =>
  async <Data>({ method = 'POST', path, body, headers = {} }: Question): Promise<Answer<Data>> => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'x-forwarded-for': anyAddress(), ...headers },
      ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
    });
    const bytes = await response.text();
    if (response.status >= 500) throw new Error(`${method} ${path}: ${response.status} ${bytes}`);
    const { data, error } = JSON.parse(bytes) as Parsed<Data>;
    return { status: response.status, code: error?.code, details: error?.details ?? {}, data, bytes };
  };

/** Thousands of sequences are no rush from one address. */
const anyAddress = () => `2001:db8:${randomBytes(2).toString('hex')}:${randomBytes(2).toString('hex')}::1`;

type Parsed<Data> = { data: Data; error?: { code: string; details: Record<string, unknown> } };
