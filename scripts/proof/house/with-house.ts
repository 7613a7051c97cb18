import { join } from 'node:path';
import { openProofHouse } from './proof-house.ts';
import type { ProofHouse } from './proof-house.ts';

/** A house of its own that writes through to the disk, as in production; closed whatever happens. */
export async function withHouse<Result>(
  { folder, name }: { folder: string; name: string },
  work: (house: ProofHouse) => Promise<Result>,
): Promise<Result> {
  const house = await openProofHouse({ folder: join(folder, name), durable: true });
  try {
    return await work(house);
  } finally {
    await house.close();
  }
}
