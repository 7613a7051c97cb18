/**
 * Tells who has been missing at every look for so many milliseconds; whoever was there in between is missed from the
 * beginning.
 */
export function createAbsence(patienceMs: number) {
  const since = new Map<string, number>();
  return (missing: readonly string[], now: number): string[] => {
    for (const name of since.keys()) if (!missing.includes(name)) since.delete(name);
    for (const name of missing) if (!since.has(name)) since.set(name, now);
    return missing.filter((name) => now - (since.get(name) ?? now) >= patienceMs);
  };
}
