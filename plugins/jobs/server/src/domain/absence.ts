/** Longer than between two looks, which come every ten seconds. Milliseconds. */
const longestGapMs = 15_000;

/**
 * Tells who has been missing at every look for so many milliseconds; whoever was there in between is missed from the
 * beginning, and so is everybody when nobody has looked for long: they may have been there.
 */
export function createAbsence(patienceMs: number) {
  const since = new Map<string, number>();
  const last = { look: -Infinity };
  return (missing: readonly string[], now: number): string[] => {
    if (now - last.look > longestGapMs) since.clear();
    last.look = now;
    for (const name of since.keys()) if (!missing.includes(name)) since.delete(name);
    for (const name of missing) if (!since.has(name)) since.set(name, now);
    return missing.filter((name) => now - (since.get(name) ?? now) >= patienceMs);
  };
}
