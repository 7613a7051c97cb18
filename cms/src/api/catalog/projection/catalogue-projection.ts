import type { Core } from '@strapi/strapi';
import { readEnv } from '@gangway/config/env';
import { Counter, Gauge } from 'prom-client';
import { listen, type Listener } from '@gangway/database/listen';
import { clock, type Transaction } from '@gangway/kit';
import { atOneMoment, type Patience } from '../../../frame/database/at-one-moment.ts';
import { log } from '../../../frame/log/log.ts';
import { perStrapi } from '../../../frame/per-strapi.ts';
import { metrics } from '../../../frame/metrics/registry.ts';
import type { CatalogueRows, OfferIds, OfferRows } from '../domain/catalogue-rows.ts';
import { prepareSearch } from '../search/season-index.ts';
import { readCatalogue, readOffers } from '../store/catalogue-rows.ts';
import { createProjection, type Projection } from './projection.ts';

/** The catalogue of this process. */
export const catalogueProjection = perStrapi((strapi): Projection =>
  createProjection({
    read: (knownPlans) => readNow(strapi, knownPlans),
    readOffers: (ids, knownPlans) => readOffersNow(strapi, ids, knownPlans),
    prepare: (snapshot) => prepareSearch(snapshot, { now: clock.now().getTime() }),
    now: () => clock.now(),
    log,
    onFailure: () => failures.inc(),
  }),
);

const failures = new Counter({
  name: 'gangway_catalogue_rebuild_failures_total',
  help: 'Times the catalogue could not be read from the tables; the last one stays meanwhile',
  registers: [metrics],
});

type Follower = { listener?: Listener; unfollow?: () => void; daily?: NodeJS.Timeout };

const followers = perStrapi((): Follower => ({}));

/** What ended long ago leaves memory with a reading of everything. */
const dayMs = 86_400_000;

/** Builds the catalogue, then again whenever a table of it changes or the clock is moved. */
export async function followCatalogue(strapi: Core.Strapi): Promise<void> {
  const { rebuild, hear, behindMs } = catalogueProjection(strapi);
  tellAge(behindMs);
  const follower = followers(strapi);
  follower.unfollow = clock.onMove(() => void rebuild());
  follower.daily = setInterval(() => void rebuild(), dayMs).unref();
  follower.listener = await listen({
    connectionString: readEnv().databaseUrl,
    channels: ['catalog'],
    onMessage: ({ payload }) => hear(payload),
    onReset: rebuild,
    onTrouble: (error) => log.warn({ err: error }, 'changes of the catalogue are not heard; trying again'),
  });
}

export async function unfollowCatalogue(strapi: Core.Strapi): Promise<void> {
  const { listener, unfollow, daily } = followers(strapi);
  unfollow?.();
  clearInterval(daily);
  catalogueProjection(strapi).stop();
  await listener?.stop();
}

function tellAge(behindMs: () => number): void {
  const name = 'gangway_catalogue_age_seconds';
  metrics.removeSingleMetric(name);
  new Gauge({
    name,
    help: 'Seconds for which the catalogue in memory has been behind the tables; 0 when it is up to date',
    registers: [metrics],
    collect() {
      this.set(behindMs() / 1_000);
    },
  });
}

type Versions = readonly string[];

type Tables = Pick<Core.Strapi, 'db'>;

/** All tables at one moment, without holding anybody up. */
export function readNow(
  { db }: Tables,
  knownPlans: Versions = [],
  patience?: Patience,
): Promise<CatalogueRows> {
  const read = (trx: Transaction) => readCatalogue(trx, { now: clock.now(), knownPlans });
  return atOneMoment(db.connection, read, patience);
}

export function readOffersNow({ db }: Tables, ids: OfferIds, knownPlans: Versions = []): Promise<OfferRows> {
  const read = (trx: Transaction) => readOffers(trx, { ...ids, now: clock.now(), knownPlans });
  return atOneMoment(db.connection, read);
}
