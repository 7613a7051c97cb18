import type { HeldCount, Hold } from '../model/state.ts';
import { type Words, wordsOf } from '../model/words.ts';

/** The places that are wanted: numbered ones, or so many of a ticket type in a zone. */
export interface Wanted {
  seats?: readonly string[];
  quantities?: Readonly<Record<string, number>>;
  zone?: string;
}

export interface BestWish {
  count: number;
  zone?: string;
  accessible?: boolean;
}

export interface Refusal {
  code: string;
  message: string;
  seats: readonly string[];
}

export type Answer<Value> = { ok: true; value: Value } | { ok: false; refusal: Refusal };

/** What the map asks of the sales: the website's own doors, or the Mini App's. */
export interface Shop {
  take: (wanted: Wanted) => Promise<Answer<Hold | undefined>>;
  letGo: (wanted: Wanted) => Promise<Answer<Hold | undefined>>;
  takeBest: (wish: BestWish) => Promise<Answer<Hold | undefined>>;
  /** The map with the session's own seats. */
  own: () => Promise<{ words: Words; seats: string[] } | undefined>;
  /** The house's time, ISO 8601. */
  now: () => Promise<string | undefined>;
  /** Remembers the ticket types and leads on; false when nobody answers. */
  proceed: (seatTypes: Readonly<Record<string, string>>) => Promise<boolean>;
}

type Door = { eventId: string; locale: string; checkout: string };

/** The sales through the website: the server puts the session in, scripts know no token. */
export function websiteShop({ eventId, locale, checkout }: Door): Shop {
  const at = (path: string) => `/api/events/${eventId}/${path}?locale=${locale}`;
  return {
    take: (wanted) => held(at('seats/lock'), wanted),
    letGo: (wanted) => held(at('seats/unlock'), wanted),
    takeBest: (wish) => held(at('best-available'), wish),
    own: async () => {
      const answer = await ask<{ seats: { seatCode: string; status: string }[] }>(at('seats'));
      if (!answer.ok) return undefined;
      const mine = answer.value.seats.filter(({ status }) => status === 'selected');
      return { words: wordsOf(answer.value.seats), seats: mine.map(({ seatCode }) => seatCode) };
    },
    now: async () => {
      const response = await fetch(`/api/site?locale=${locale}`).catch(() => undefined);
      const said = response?.ok ? ((await response.json()) as { meta?: { now?: string } }) : undefined;
      return said?.meta?.now;
    },
    proceed: async (seatTypes) => {
      const remembered = await post('/basket/seat-types', { eventId, seatTypes }).catch(() => undefined);
      if (remembered?.ok) location.assign(checkout);
      return remembered?.ok ?? false;
    },
  };
}

type Held = {
  holdId: string | null;
  expiresAt: string | null;
  seats: string[];
  counts: HeldCount[];
};

async function held(url: string, body: object): Promise<Answer<Hold | undefined>> {
  const answer = await ask<Held>(url, body);
  if (!answer.ok) return answer;
  const { holdId, expiresAt, seats, counts } = answer.value;
  return { ok: true, value: holdId && expiresAt ? { expiresAt, seats, counts } : undefined };
}

const post = (url: string, body: object) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

type Said<Value> = {
  data?: Value;
  error?: { code: string; message: string; details?: { seats?: string[] } };
};

async function ask<Value>(url: string, body?: object): Promise<Answer<Value>> {
  const response = await (body ? post(url, body) : fetch(url)).catch(() => undefined);
  const said = (await response?.json().catch(() => undefined)) as Said<Value> | undefined;
  if (response?.ok && said?.data !== undefined) return { ok: true, value: said.data };
  const { code = 'UNREACHABLE', message = '', details } = said?.error ?? {};
  return { ok: false, refusal: { code, message, seats: details?.seats ?? [] } };
}
