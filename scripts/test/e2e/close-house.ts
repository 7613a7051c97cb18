import { removeRunFolder } from '../run-folder.ts';
import { openHouseShelf } from './open-house-shelf.ts';

export default async function close(): Promise<void> {
  const { run, house } = openHouseShelf.get();
  await house?.stop();
  if (run) await removeRunFolder(run);
}
