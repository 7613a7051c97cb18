import type { Translate } from '@gangway/client/words';

const known = new Set([
  ...['PAYMENT_REFUSED', 'PAYMENT_UNAVAILABLE', 'ALREADY_PAID', 'NOT_PAYABLE', 'METHOD_NOT_AVAILABLE'],
  ...['RATE_LIMITED', 'UNAVAILABLE', 'ILLEGAL_TRANSITION', 'TOO_MANY_HOLDS', 'TOO_MANY_PLACES'],
]);

/** The sentence for a code that an address carries; undefined without one. */
export function problemWords(code: string | null, t: Translate): string | undefined {
  if (code === null) return undefined;
  return t(`order:problem.${known.has(code) ? code : 'other'}`);
}
