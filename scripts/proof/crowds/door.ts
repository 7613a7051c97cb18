import { acknowledgementLog } from '../buyer/acknowledgement-log.ts';
import { sessionOf } from '../buyer/purchase.ts';
import { shopClient } from '../buyer/shop-client.ts';
import { acknowledgementFile } from '../episodes/episode.ts';
import type { ProofHouse } from '../house/proof-house.ts';
import type { Hall } from './hall.ts';

/** What a crowd is told at the doors of a departure. */
export interface HeldAnswer {
  status: number;
  code: string | undefined;
  seats: readonly string[];
  quantities: Readonly<Record<string, number>>;
  /** Business time, milliseconds; NaN where nothing is held. */
  expiresAt: number;
}

export interface Door {
  lock(wanted: object): Promise<HeldAnswer>;
  unlock(what?: object): Promise<HeldAnswer>;
  best(wish: object): Promise<HeldAnswer>;
}

interface Held {
  seats?: string[];
  quantities?: Record<string, number>;
  expiresAt?: string | null;
}

/** The way of one visitor, whose name is unique in the house, to the places of a hall; asks until there is an answer. */
export function doorOf({ house, hall }: { house: ProofHouse; hall: Hall }, name: string): Door {
  const acknowledge = acknowledgementLog(acknowledgementFile(house));
  const sessionId = sessionOf(name);
  // Half of them at each door, where there are two.
  const door = Number.parseInt(sessionId.slice(0, 4), 16);
  const url = () => house.doors[door % house.doors.length] ?? house.cmsUrl;
  const client = shopClient({ url, acknowledge });
  const asked = async (what: string, path: string, body: object): Promise<HeldAnswer> => {
    const answer = await client.insist({
      what,
      path: `/api/events/${hall.eventId}/${path}`,
      body: { sessionId, ...body },
    });
    const held = (answer.body.data ?? {}) as Held;
    return {
      ...{ status: answer.status, code: answer.body.error?.code },
      ...{ seats: held.seats ?? [], quantities: held.quantities ?? {} },
      expiresAt: Date.parse(held.expiresAt ?? ''),
    };
  };
  return {
    lock: (wanted) => asked('lock', 'seats/lock', wanted),
    unlock: (what = {}) => asked('unlock', 'seats/unlock', what),
    best: (wish) => asked('lock', 'best-available', wish),
  };
}

/** `200`, `409 SEAT_TAKEN`. */
export const word = ({ status, code }: HeldAnswer): string => [status, code].filter(Boolean).join(' ');
