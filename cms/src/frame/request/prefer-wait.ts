/** Below what proxies and our own callers allow an answer to take. Seconds. */
const longest = 25;

/**
 * For how many seconds a caller would rather wait than ask again: `Prefer: wait=20` (RFC 7240, section 4.3), 25 at most.
 * A preference that is not understood is none.
 */
export function askedToWait(prefer: string | string[] | undefined): number {
  const [, seconds = '0'] =
    /(?:^|[,;])\s*wait\s*=\s*"?(\d{1,6})"?\s*(?:$|[,;])/i.exec([prefer].flat().join()) ?? [];
  return Math.min(longest, Number(seconds));
}
