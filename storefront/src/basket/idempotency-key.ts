import { createHash } from 'node:crypto';

/**
 * The key of one wish: the same purchase asked for in the same words has the same key, whoever presses the button and
 * however often; anything else about it is another wish.
 */
export function idempotencyKey({ nonce, wish }: { nonce: string; wish: unknown }): string {
  return createHash('sha256')
    .update(`${nonce}\n${canonical(wish)}`)
    .digest('base64url');
}

/** Objects in one order of their names. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_name, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );
