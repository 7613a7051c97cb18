import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { startPostgres } from '../../database/embedded.ts';
import { freePort } from '../../database/port.ts';
import { dumpSchema } from '../../database/schema.ts';
import { root } from '../root.ts';
import { bootStrapi } from '../test/jest/boot-strapi.ts';
import { newRunFolder } from '../test/run-folder.ts';

/** Writes database/schema.sql: what a first boot of the built cms makes of an empty database. */
const schemaFile = join(root, 'database', 'schema.sql');

const folder = newRunFolder();
const server = await startPostgres({ dataDir: join(folder, 'postgres'), port: 0, durable: false });
try {
  const where = { databaseUrl: server.url, filesDir: join(folder, 'files'), port: await freePort() };
  const strapi = await bootStrapi(where);
  await strapi.destroy();
  writeFileSync(schemaFile, await readSchema(server.url));
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

async function readSchema(connectionString: string): Promise<string> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return await dumpSchema(client);
  } finally {
    await client.end();
  }
}
