import { join } from 'node:path';
import type { EnvSource } from '../../config/env.ts';
import { operatorError } from '../../database/operator-error.ts';
import { buildPackages } from '../compile/packages.ts';
import { buildPanel, panelIsFresh } from '../compile/panel.ts';
import { buildStorefront, storefrontIsFresh } from '../compile/storefront.ts';
import { root } from '../root.ts';
import { runCommand } from '../run-command.ts';
import { seedState } from '../seed/seed-state.ts';
import { step } from './progress.ts';

export interface Preparation {
  running: EnvSource;
  databaseUrl: string;
  /** The season that an empty database gets, if any. */
  season: 'demo' | 'small' | undefined;
  signal: AbortSignal;
}

/**
 * Builds what changed and seeds what is empty. The panel and the season do not need each other, and a first start is
 * long enough.
 */
export async function prepare(work: Preparation): Promise<void> {
  await step({ name: 'the packages are compiled', work: () => buildPackages(work.signal) });
  work.signal.throwIfAborted();
  const results = await Promise.allSettled([buildFrontDoors(work.signal), seedEmptyDatabase(work)]);
  const failure = results.find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
}

/** One after the other: the season is seeded beside them, and there may be two cores. */
async function buildFrontDoors(signal: AbortSignal): Promise<void> {
  await buildChangedStorefront(signal);
  signal.throwIfAborted();
  await buildChangedPanel(signal);
}

async function buildChangedStorefront(signal: AbortSignal): Promise<void> {
  if (storefrontIsFresh()) return;
  await step({ name: 'the website is built', work: () => buildStorefront(signal) });
}

async function buildChangedPanel(signal: AbortSignal): Promise<void> {
  if (panelIsFresh()) return;
  const announce = 'building the admin panel, about half a minute';
  await step({ name: 'the admin panel is built', announce, work: () => buildPanel(signal) });
}

/** Gives an empty database, or one whose seeding was cut off, the wanted season. */
export async function seedEmptyDatabase(work: Preparation): Promise<void> {
  if (!work.season) return;
  const state = await seedState(work.databaseUrl);
  if (state === 'finished' || state === 'foreign') return;
  const announce = 'seeding the demo season, once, about half a minute';
  await step({ name: 'the demo season is in place', announce, work: () => seed(work) });
}

async function seed({ running, season, signal }: Preparation): Promise<void> {
  const file = join(root, 'scripts', 'seed', 'index.ts');
  // What the season gives to do is left to the process that stays; the store of the sandbox opens after the season.
  const env = { ...running, GANGWAY_ROLE: 'web', ...(running.S3_ENDPOINT ? {} : { S3_BUCKET: undefined }) };
  const { ok, output } = await runCommand({ file, args: [`--variant=${season}`], env, signal });
  if (ok) return;
  const advice = 'The demo season was not finished: start again, or "npm start -- --reset".';
  throw operatorError('SEED_FAILED', `${output.trim()}\n${advice}`);
}
