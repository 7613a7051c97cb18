import { commonErrors } from '@gangway/kit';

const pattern = /^[0-9A-Za-z+._-]{1,64}$/;

/**
 * The caller's `Idempotency-Key`; undefined when it sent none.
 * @throws INVALID_IDEMPOTENCY_KEY
 */
export function idempotencyKey(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !pattern.test(key)) throw commonErrors.INVALID_IDEMPOTENCY_KEY();
  return key;
}
