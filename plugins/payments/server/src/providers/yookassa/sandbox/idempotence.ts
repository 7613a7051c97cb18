import { createHash } from 'node:crypto';
import { invalid } from './problem.ts';
import type { KeptAnswer, World } from './world.ts';

const rememberedMs = 24 * 3_600_000;
const parameter = 'Idempotence-Key';

/** @throws 400 unless the key can be used */
export function requireKey(key: string | undefined): string {
  if (!key) throw invalid('Idempotence key is empty', parameter);
  if (key.length > 64) throw invalid('Idempotence key is too long. Max. length is 64', parameter);
  if (!/^[0-9a-zA-Z+\-_.]+$/.test(key)) throw invalid('Idempotence key is illegal', parameter);
  return key;
}

export const requestHash = (...parts: string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/**
 * What the same request was answered before; undefined when the key is new or its 24 hours are over.
 * @throws 400 when the key came with another request
 */
export function earlierAnswer(world: World, key: string, hash: string): KeptAnswer | undefined {
  const kept = world.answers.get(key);
  if (!kept || kept.until <= world.now().getTime()) return undefined;
  if (kept.hash !== hash) throw invalid('Idempotence key duplicated', parameter);
  return kept;
}

export function keepAnswer(world: World, key: string, answer: Omit<KeptAnswer, 'until'>): void {
  world.answers.set(key, { ...answer, until: world.now().getTime() + rememberedMs });
}
