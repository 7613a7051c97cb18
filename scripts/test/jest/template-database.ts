import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { childEnvironment, setEnvironment } from '../../../config/env.ts';
import { startPostgres } from '../../../database/embedded.ts';
import { newRunFolder, sweepRunFolders } from '../run-folder.ts';
import dropTemplate from './drop-template-database.ts';
import { createDatabase, templateDatabase } from './test-database.ts';
import { testHouse } from './test-house.ts';

/** Starts PostgreSQL for this run and fills the template that every worker copies: schema, constraints, small season. */
export default async function prepareTemplate(): Promise<void> {
  await sweepRunFolders();
  const folder = newRunFolder();
  const server = await startPostgres({ dataDir: join(folder, 'postgres'), port: 0, durable: false });
  testHouse.set({ folder, server });
  setEnvironment({ GANGWAY_TEST_FOLDER: folder, GANGWAY_TEST_SERVER: server.url });
  try {
    fillTemplate(await createDatabase({ server: server.url, name: templateDatabase }));
  } catch (error) {
    await dropTemplate();
    throw error;
  }
}

/** In a process of its own: a template is copied only while nobody is connected to it. */
function fillTemplate(url: string): void {
  const filler = join(import.meta.dirname, 'fill-template.ts');
  const env = childEnvironment({ DATABASE_URL: url });
  const { status } = spawnSync(process.execPath, [filler], { stdio: 'inherit', env });
  if (status !== 0) throw new Error('The template database could not be filled: the reason stands above.');
}
