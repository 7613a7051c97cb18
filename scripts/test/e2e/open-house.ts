import { join } from 'node:path';
import { setEnvironment } from '../../../config/env.ts';
import { newRunFolder, sweepRunFolders } from '../run-folder.ts';
import { chromium } from './chromium.ts';
import { openHouse } from './house-under-test.ts';
import { openHouseShelf } from './open-house-shelf.ts';

/** One house with the demo season for all browser tests of this run. */
export default async function open(): Promise<void> {
  await chromium();
  await sweepRunFolders();
  const run = newRunFolder();
  openHouseShelf.set({ run });
  const house = await openHouse({ folder: join(run, 'house'), env: { S3_BUCKET: 'pictures' } });
  openHouseShelf.set({ run, house });
  const { folder, url, siteUrl, sandboxUrl, email, password } = house;
  setEnvironment({ GANGWAY_E2E: JSON.stringify({ folder, url, siteUrl, sandboxUrl, email, password }) });
}
