import type { Api, ApiError } from '@gangway/client/api';
import { asked } from '../api/asked.ts';
import type { Held, Missed } from './basket-cookie.ts';

export interface TakenAgain {
  missed: Missed[];
  /** Departures that could not be asked at all. */
  failed: { held: Held; error: ApiError }[];
}

/** Takes the same places once more; for seats that others have now the best that is free, and says which. */
export async function takeAgain(api: Api, places: readonly Held[]): Promise<TakenAgain> {
  const outcomes: { missed?: Missed; failed?: { held: Held; error: ApiError } }[] = [];
  for (const held of places) outcomes.push(await takeOne(api, held));
  return {
    missed: outcomes.flatMap(({ missed }) => missed ?? []),
    failed: outcomes.flatMap(({ failed }) => failed ?? []),
  };
}

async function takeOne(api: Api, held: Held) {
  const { eventId, seats, quantities } = held;
  const count = Object.values(quantities).reduce((sum, quantity) => sum + quantity, 0);
  const error = await lock(api, held);
  if (!error) return {};
  const gone = seats.length + count;
  if (error.code === 'SOLD_OUT' || error.code === 'SALES_CLOSED')
    return { missed: { eventId, taken: seats, instead: [], gone } };
  if (error.code !== 'SEAT_TAKEN') return { failed: { held, error } };
  return { missed: await takeOthers(api, { held, taken: takenSeats(error) }) };
}

/** What is free of the same places, and the best there is for the others. */
async function takeOthers(api: Api, { held, taken }: { held: Held; taken: string[] }): Promise<Missed> {
  const free = held.seats.filter((seat) => !taken.includes(seat));
  const lost = free.length > 0 || hasTickets(held) ? await lock(api, { ...held, seats: free }) : undefined;
  const count = lost ? held.seats.length : taken.length;
  const params = { path: { id: held.eventId } };
  const best = await asked(api.POST('/api/events/{id}/best-available', { params, body: { count } }));
  const instead = (best.data?.seats ?? []).filter((seat) => !free.includes(seat));
  return { eventId: held.eventId, taken, instead, gone: best.error ? count : 0 };
}

const hasTickets = ({ quantities }: Held) => Object.keys(quantities).length > 0;

async function lock(api: Api, { eventId, seats, quantities, zone }: Held): Promise<ApiError | undefined> {
  const body = {
    ...(seats.length > 0 ? { seats } : {}),
    ...(Object.keys(quantities).length > 0 ? { quantities, ...(zone ? { zone } : {}) } : {}),
  };
  const answer = await asked(
    api.POST('/api/events/{id}/seats/lock', { params: { path: { id: eventId } }, body }),
  );
  return answer.error;
}

function takenSeats({ details }: ApiError): string[] {
  const seats = details?.['seats'];
  return Array.isArray(seats) ? seats.filter((seat): seat is string => typeof seat === 'string') : [];
}
