import type { Api, ApiError } from '@gangway/client/api';
import { asked } from '../api/asked.ts';
import type { Held, Missed } from './basket-cookie.ts';
import { heldNow } from './held-now.ts';
import { idempotencyKey } from './idempotency-key.ts';

export interface TakenAgain {
  missed: Missed[];
  /** Departures that could not be asked at all. */
  failed: { held: Held; error: ApiError }[];
}

/** Why nothing at all could be taken of what was asked for; undefined where something could. */
export const refusalOf = ({ missed, failed }: TakenAgain, places: readonly Held[]): ApiError | undefined =>
  missed.length === 0 && failed.length === places.length ? failed[0]?.error : undefined;

interface Taking {
  api: Api;
  places: readonly Held[];
  /** Of the page on which it was asked for: the same page takes once, however often its button is pressed. */
  nonce: string;
}

/**
 * Takes what is missing of the same places once more; for seats that others have now the best that is free, and says
 * which. What the session holds already is not taken a second time.
 */
export async function takeAgain({ api, places, nonce }: Taking): Promise<TakenAgain> {
  const now = places.length > 0 ? await heldNow(api) : { data: [] };
  const { error } = now;
  if (error) return { missed: [], failed: places.map((held) => ({ held, error })) };
  const outcomes: Outcome[] = [];
  for (const lost of places) {
    const own = now.data.find(({ eventId }) => eventId === lost.eventId);
    const held = own ? without(lost, own) : lost;
    if (isSomething(held)) outcomes.push(await takeOne({ api, nonce, lost, held, own: own?.seats ?? [] }));
  }
  return {
    missed: outcomes.flatMap(({ missed }) => missed ?? []),
    failed: outcomes.flatMap(({ failed }) => failed ?? []),
  };
}

interface Outcome {
  missed?: Missed;
  failed?: { held: Held; error: ApiError };
}

interface One {
  api: Api;
  nonce: string;
  /** What was wished, what of it is missing, and the seats that are there. */
  lost: Held;
  held: Held;
  own: string[];
}

/** As many as are missing: a seat that came instead of another counts. */
function without(lost: Held, own: Held): Held {
  const missing = Math.max(0, lost.seats.length - own.seats.length);
  const quantities = Object.entries(lost.quantities)
    .map(([type, wished]) => [type, wished - (own.quantities[type] ?? 0)] as const)
    .filter(([, quantity]) => quantity > 0);
  const seats = lost.seats.filter((seat) => !own.seats.includes(seat)).slice(0, missing);
  return { ...lost, seats, quantities: Object.fromEntries(quantities) };
}

const isSomething = (held: Held) => held.seats.length > 0 || hasTickets(held);

async function takeOne(one: One): Promise<Outcome> {
  const { eventId, seats, quantities } = one.held;
  const count = Object.values(quantities).reduce((sum, quantity) => sum + quantity, 0);
  const error = await lock(one, one.held);
  if (!error) return {};
  const gone = seats.length + count;
  if (error.code === 'SOLD_OUT' || error.code === 'SALES_CLOSED')
    return { missed: { eventId, taken: seats, instead: [], gone } };
  if (error.code !== 'SEAT_TAKEN') return { failed: { held: one.held, error } };
  return { missed: await takeOthers(one, takenSeats(error)) };
}

/** What is free of the same places, and the best there is for the others. */
async function takeOthers(one: One, taken: string[]): Promise<Missed> {
  const { api, held, own } = one;
  const free = held.seats.filter((seat) => !taken.includes(seat));
  const lost = free.length > 0 || hasTickets(held) ? await lock(one, { ...held, seats: free }) : undefined;
  const body = { count: lost ? held.seats.length : taken.length };
  const params = { path: { id: held.eventId } };
  const headers = keyed(one, body);
  const best = await asked(api.POST('/api/events/{id}/best-available', { params, body, headers }));
  const instead = (best.data?.seats ?? []).filter((seat) => !free.includes(seat) && !own.includes(seat));
  return { eventId: held.eventId, taken, instead, gone: best.error ? body.count : 0 };
}

const hasTickets = ({ quantities }: Held) => Object.keys(quantities).length > 0;

async function lock(one: One, { eventId, seats, quantities, zone }: Held): Promise<ApiError | undefined> {
  const body = {
    ...(seats.length > 0 ? { seats } : {}),
    ...(Object.keys(quantities).length > 0 ? { quantities, ...(zone ? { zone } : {}) } : {}),
  };
  const params = { path: { id: eventId } };
  const headers = keyed(one, body);
  return (await asked(one.api.POST('/api/events/{id}/seats/lock', { params, body, headers }))).error;
}

const keyed = ({ nonce, lost }: One, body: object) => ({
  'idempotency-key': idempotencyKey({ nonce, wish: { lost, body } }),
});

function takenSeats({ details }: ApiError): string[] {
  const seats = details?.['seats'];
  return Array.isArray(seats) ? seats.filter((seat): seat is string => typeof seat === 'string') : [];
}
