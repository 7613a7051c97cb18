import type { Core } from '@strapi/strapi';
import { setTimeout as pause } from 'node:timers/promises';
import { readEnv } from '@gangway/config/env';
import { listen, type Listener } from '@gangway/database/listen';
import { clock } from '@gangway/kit';
import { log } from '../../../frame/log/log.ts';
import { perStrapi } from '../../../frame/per-strapi.ts';
import { readLiveClaims } from '../store/live-claims.ts';
import { claimsInMemory, type TakenNow } from './claims-in-memory.ts';

/** Answers may be a second old; many changes within this time are read at once. Milliseconds. */
const togetherMs = 100;

const memory = perStrapi(() => claimsInMemory());
const followers = perStrapi((): { listener?: Listener } => ({}));
const watchers = perStrapi(() => new Set<() => void>());

/** How many places of each departure are held or sold at the moment, as this process knows it. */
export const takenPlaces = (strapi: Core.Strapi, now: Date): TakenNow => memory(strapi).takenAt(now);

/** The live claims of one departure, as this process knows them. */
export const knownClaims = (strapi: Core.Strapi, eventId: string) => memory(strapi).claimsOf(eventId);

/** Calls after every reading of claims; the answer ends that. A watcher must not throw. */
export function onClaims(strapi: Core.Strapi, watcher: () => void): () => void {
  watchers(strapi).add(watcher);
  return () => void watchers(strapi).delete(watcher);
}

const tellWatchers = (strapi: Core.Strapi) => watchers(strapi).forEach((watcher) => watcher());

/** Reads all claims, then those of each departure that changes, and all again whenever notices may have been lost. */
export async function followClaims(strapi: Core.Strapi): Promise<void> {
  const onTrouble = (error: unknown) =>
    log.warn({ err: error }, 'changes of places are not heard; trying again');
  const { add, forget } = gathering(async (eventIds) => {
    const claims = await readLiveClaims(strapi.db.connection, { eventIds, now: clock.now() });
    memory(strapi).replace(claims);
    tellWatchers(strapi);
  }, onTrouble);
  followers(strapi).listener = await listen({
    connectionString: readEnv().databaseUrl,
    channels: ['seating'],
    onMessage: ({ payload }) => add(payload),
    onReset: async () => {
      forget();
      const claims = await readLiveClaims(strapi.db.connection, { now: clock.now() });
      memory(strapi).replace(claims, { all: true });
      tellWatchers(strapi);
    },
    onTrouble,
  });
}

export async function unfollowClaims(strapi: Core.Strapi): Promise<void> {
  await followers(strapi).listener?.stop();
}

/** One reading at a time, of all that has changed since the last; a failed one is repeated. */
function gathering(read: (eventIds: string[]) => Promise<void>, onTrouble: (error: unknown) => void) {
  const waiting = new Set<string>();
  const state = { running: false };
  const work = async () => {
    for (; waiting.size > 0; await pause(togetherMs, undefined, { ref: false })) {
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
