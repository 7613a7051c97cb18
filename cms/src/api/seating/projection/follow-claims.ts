import type { Core } from '@strapi/strapi';
import { setTimeout as pause } from 'node:timers/promises';
import { readEnv } from '@gangway/config/env';
import { listen, type Listener } from '@gangway/database/listen';
import { clock } from '@gangway/kit';
import { log } from '../../../frame/log/log.ts';
import { perStrapi } from '../../../frame/per-strapi.ts';
import { type NumberedChange, readNotice } from '../domain/place-changes.ts';
import { readLiveClaims } from '../store/live-claims.ts';
import { claimsInMemory, type TakenNow } from './claims-in-memory.ts';
import type { DepartureClaims } from './departure-claims.ts';

/** Answers may be a second old; what happens within this time is told to watchers at once. Milliseconds. */
const togetherMs = 50;
/** What is no longer kept leaves memory with a reading of everything. */
const dayMs = 86_400_000;
/** After a reading that failed, and between two of one departure. Milliseconds. */
const restMs = 100;

const memory = perStrapi(() => claimsInMemory());
type Follower = { listener?: Listener; end?: () => void };

const followers = perStrapi((): Follower => ({}));
const watchers = perStrapi(() => new Set<() => void>());
const telling = perStrapi((): { timer?: NodeJS.Timeout | undefined } => ({}));

/** How many places of each departure are held or sold at the moment, as this process knows it. */
export const takenPlaces = (strapi: Core.Strapi, now: Date): TakenNow => memory(strapi).takenAt(now);

/** The claims of one departure that live at the moment, as this process knows them. */
export const knownClaims = (strapi: Core.Strapi, eventId: string, now: Date): DepartureClaims | undefined =>
  memory(strapi).claimsOf(eventId, now);

/** Calls soon after claims have changed; the answer ends that. A watcher must not throw. */
export function onClaims(strapi: Core.Strapi, watcher: () => void): () => void {
  watchers(strapi).add(watcher);
  return () => void watchers(strapi).delete(watcher);
}

function tellSoon(strapi: Core.Strapi): void {
  const state = telling(strapi);
  state.timer ??= setTimeout(() => {
    state.timer = undefined;
    watchers(strapi).forEach((watcher) => watcher());
  }, togetherMs).unref();
}

/**
 * Reads all claims, then takes each change as it is told: changes of a departure are numbered, and after a gap it is
 * read anew. All is read again whenever notices may have been lost.
 */
export async function followClaims(strapi: Core.Strapi): Promise<void> {
  const onTrouble = (error: unknown) =>
    log.warn({ err: error }, 'changes of places are not heard; trying again');
  const heard: Heard = { recent: [], readings: 0 };
  const hear = (change: NumberedChange) => {
    if (heard.readings > 0) heard.recent.push(change);
    if (!memory(strapi).apply(change)) add(change.eventId);
    tellSoon(strapi);
  };
  const read = async (eventIds?: readonly string[]) => {
    const changes = await whileReading(heard, async () => {
      const claims = await readLiveClaims(strapi.db.connection, {
        ...(eventIds && { eventIds }),
        now: clock.now(),
      });
      memory(strapi).replace(claims, { all: eventIds === undefined });
    });
    changes.forEach((change) => memory(strapi).apply(change) || add(change.eventId));
    tellSoon(strapi);
  };
  const { add, forget } = gathering(read, onTrouble);
  const follower = followers(strapi);
  const daily = setInterval(() => void read().catch(onTrouble), dayMs).unref();
  const unmove = clock.onMove(() => memory(strapi).clockMoved());
  follower.end = () => [clearInterval(daily), unmove()];
  follower.listener = await listen({
    connectionString: readEnv().databaseUrl,
    channels: ['seating'],
    onMessage: ({ payload }) => {
      const change = readNotice(payload);
      if (change) hear(change);
    },
    onReset: async () => {
      forget();
      await read();
    },
    onTrouble,
  });
}

/** Changes that came while claims were read: the reading may be older than they are. */
type Heard = { recent: NumberedChange[]; readings: number };

/** @returns what has come meanwhile */
async function whileReading(heard: Heard, work: () => Promise<void>): Promise<NumberedChange[]> {
  heard.readings += 1;
  try {
    await work();
    return [...heard.recent];
  } finally {
    heard.readings -= 1;
    if (heard.readings === 0) heard.recent = [];
  }
}

export async function unfollowClaims(strapi: Core.Strapi): Promise<void> {
  const { listener, end } = followers(strapi);
  end?.();
  await listener?.stop();
}

/** One reading at a time, of all that has changed since the last; a failed one is repeated. */
function gathering(read: (eventIds: string[]) => Promise<void>, onTrouble: (error: unknown) => void) {
  const waiting = new Set<string>();
  const state = { running: false };
  const work = async () => {
    for (; waiting.size > 0; await pause(restMs, undefined, { ref: false })) {
      const eventIds = [...waiting];
      waiting.clear();
      await read(eventIds).catch((error: unknown) => {
        eventIds.forEach((eventId) => waiting.add(eventId));
        onTrouble(error);
      });
    }
    state.running = false;
  };
  const add = (eventId: string) => {
    waiting.add(eventId);
    if (state.running) return;
    state.running = true;
    void work();
  };
  return { add, forget: () => waiting.clear() };
}
