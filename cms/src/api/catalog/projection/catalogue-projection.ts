import type { Core } from '@strapi/strapi';
import { readEnv } from '@gangway/config/env';
import { listen, type Listener } from '@gangway/database/listen';
import { clock, type Transaction } from '@gangway/kit';
import { log } from '../../../frame/log/log.ts';
import { perStrapi } from '../../../frame/per-strapi.ts';
import type { CatalogueRows } from '../domain/catalogue-rows.ts';
import { readCatalogue } from '../store/catalogue-rows.ts';
import { createProjection, type Projection } from './projection.ts';

/** The catalogue of this process. */
export const catalogueProjection = perStrapi((strapi): Projection =>
  createProjection({ read: () => readNow(strapi), now: () => clock.now(), log }),
);

const followers = perStrapi((): { listener?: Listener; unfollow?: () => void } => ({}));

/** Builds the catalogue, then again whenever a table of it changes or the clock is moved. */
export async function followCatalogue(strapi: Core.Strapi): Promise<void> {
  const { rebuild } = catalogueProjection(strapi);
  const follower = followers(strapi);
  follower.unfollow = clock.onMove(() => void rebuild());
  follower.listener = await listen({
    connectionString: readEnv().databaseUrl,
    channels: ['catalog'],
    onMessage: () => void rebuild(),
    onReset: rebuild,
    onTrouble: (error) => log.warn({ err: error }, 'changes of the catalogue are not heard; trying again'),
  });
}

export async function unfollowCatalogue(strapi: Core.Strapi): Promise<void> {
  const { listener, unfollow } = followers(strapi);
  unfollow?.();
  catalogueProjection(strapi).stop();
  await listener?.stop();
}

/** All tables at one moment, without holding anybody up. */
export async function readNow({ db }: Core.Strapi): Promise<CatalogueRows> {
  const now = clock.now();
  return await db.connection.transaction((trx) => readCatalogue(trx as unknown as Transaction, { now }), {
    isolationLevel: 'repeatable read',
    readOnly: true,
  });
}
