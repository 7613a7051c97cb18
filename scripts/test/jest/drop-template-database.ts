import { removeRunFolder } from '../run-folder.ts';
import { testHouse } from './test-house.ts';

export default async function dropTemplate(): Promise<void> {
  const { strapi, server, folder } = testHouse.get();
  await strapi?.destroy();
  await server?.stop();
  if (folder) await removeRunFolder(folder);
}
