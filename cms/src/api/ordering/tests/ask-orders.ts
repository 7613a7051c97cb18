import { randomBytes } from 'node:crypto';
import { lock, type PlacesAnswer } from '../../seating/tests/ask-places.ts';
import { newSession } from '../../seating/tests/hall.ts';
import { ask, json } from '../../../frame/tests/caller.ts';
import type { OrderLineView, OrderView } from '../contract/order-view.ts';

type Body = Record<string, unknown>;
type Headers = Record<string, string>;

export type Placed = OrderView & { accessToken: string };

export type OrderAnswer<Data> = {
  status: number;
  data: Data;
  code: string | undefined;
  details: Body;
  headers: globalThis.Headers;
};

async function send<Data>(path: string, init: RequestInit, headers: Headers): Promise<OrderAnswer<Data>> {
  const answer = await ask(path, { ...init, headers: { ...(init.headers as Headers), ...headers } });
  const { data, error } = answer.body;
  const details = (error?.details ?? {}) as Body;
  return {
    ...{ status: answer.status, headers: answer.headers },
    ...{ data: data as Data, code: error?.code, details },
  };
}

export const buyer = { fullName: 'Анна Петрова', email: 'anna@example.org', phone: '+7 921 000-00-00' };

/** What every order needs beside what is in it. */
export const formal = { customer: buyer, locale: 'ru', consents: ['offer', 'personal-data'] };

export type Quote = Omit<OrderView, 'lines'> & { lines: Omit<OrderLineView, 'id' | 'refunded'>[] };

export const quote = (body: unknown, headers: Headers = {}) =>
  send<Quote>('/api/quotes', json('POST', body), headers);

export const order = (body: Body, headers: Headers = {}) =>
  send<Placed>('/api/orders', json('POST', { ...formal, ...body }), headers);

/** The body exactly as it is given. */
export const orderRaw = (body: unknown, headers: Headers = {}) =>
  send<Placed>('/api/orders', json('POST', body), headers);

export const readOrder = (id: string, headers: Headers = {}, query = '') =>
  send<OrderView>(`/api/orders/${id}${query}`, {}, headers);

/** Look-ups are counted by caller: each one asks from an address of its own unless it is given. */
export const lookUp = (
  body: unknown,
  ip = `2001:db8:${randomBytes(2).toString('hex')}:${randomBytes(2).toString('hex')}::1`,
) => send<{ accepted: boolean }>('/api/orders/lookup', json('POST', body), { 'x-forwarded-for': ip });

export type HeldBySession = { sessionId: string; holdId: string; held: PlacesAnswer['held'] };

/** Locks places for a session of its own; the test fails when they cannot be had. */
export async function hold(eventId: string, places: Body, sessionId = newSession()): Promise<HeldBySession> {
  const { held, code } = await lock(eventId, { sessionId, ...places });
  if (!held?.holdId) throw new Error(`The places were not held: ${code}.`);
  return { sessionId, holdId: held.holdId, held };
}

/** An order that the test expects to be placed. */
export async function placed(body: Body, headers: Headers = {}): Promise<Placed> {
  const { status, data, code, details } = await order(body, headers);
  if (status !== 201) throw new Error(`The order was refused: ${code} ${JSON.stringify(details)}.`);
  return data;
}
