import { join } from 'node:path';
import type { EnvSource } from '../../../config/env.ts';
import { openProofHouse } from './proof-house.ts';
import type { ProofHouse } from './proof-house.ts';

/** A house of its own that writes through to the disk, as in production; closed whatever happens. */
export async function withHouse<Result>(
  { folder, name, env }: { folder: string; name: string; env?: EnvSource },
  work: (house: ProofHouse) => Promise<Result>,
): Promise<Result> {
  const house = await openProofHouse({ folder: join(folder, name), durable: true, env });
  try {
    return await work(house);
  } finally {
    await house.close();
  }
}
