import { parseArgs } from 'node:util';
import { readEnv } from '../../config/env.ts';
import { seedSeason } from '../../database/seeds/index.ts';
import { reportFailure } from '../report-failure.ts';
import { loadStrapi } from '../load-strapi.ts';
import { beginSeed, finishSeed } from './seed-state.ts';

/** Fills an empty database with the demo season: `node scripts/seed/index.ts [--variant small]`, DATABASE_URL and secrets set. */
async function seed(): Promise<void> {
  const { values } = parseArgs({ options: { variant: { type: 'string', default: 'demo' } } });
  const { databaseUrl } = readEnv();
  await beginSeed(databaseUrl);
  const strapi = await loadStrapi();
  await seedSeason({
    strapi,
    variant: values.variant === 'small' ? 'small' : 'demo',
    today: new Date(),
    log: console.log,
  });
  await finishSeed(databaseUrl);
  await strapi.destroy();
  process.exit(0);
}

try {
  await seed();
} catch (error) {
  reportFailure(error);
}
