import { join } from 'node:path';
import { childEnvironment } from '../../config/env.ts';
import { root } from '../root.ts';
import { runCommand } from '../run-command.ts';

export type LongRun = { sequences: number; seed: number; signal?: AbortSignal };

/**
 * The sequences of `npm test`, as many as are wanted and from another seed, on a house of their own. `output` names
 * for each failure what plays it again.
 */
export async function playLong({
  sequences,
  seed,
  signal,
}: LongRun): Promise<{ ok: boolean; output: string }> {
  return runCommand({
    file: join(root, 'scripts', 'test', 'index.ts'),
    args: ['--only', 'integration', 'shop-follows-the-model'],
    env: childEnvironment({ GANGWAY_MODEL_SEQUENCES: String(sequences), GANGWAY_MODEL_SEED: String(seed) }),
    ...(signal ? { signal } : {}),
  });
}
