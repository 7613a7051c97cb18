import { join } from 'node:path';
import { childEnvironment } from '../../../config/env.ts';
import { freePort } from '../../../database/port.ts';
import { seedSeason } from '../../../database/seeds/index.ts';
import { bootStrapi } from './boot-strapi.ts';

const { DATABASE_URL: databaseUrl = '', GANGWAY_TEST_FOLDER: folder = '' } = childEnvironment();

const strapi = await bootStrapi({ databaseUrl, filesDir: join(folder, 'files'), port: await freePort() });
await seedSeason({ strapi, variant: 'small', today: new Date() });
await strapi.destroy();
process.exit(0);
