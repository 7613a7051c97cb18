/** What one part of the proof came to. */
export interface PartReport {
  name: string;
  /** What really happened, in the order in which it is told. */
  counts: Record<string, number>;
  /** What does not hold, each with what to type to see it again; the part stops at the first. */
  failures: string[];
}

export interface PartSettings {
  /** Of this run alone; what it leaves is there to be looked at after a failure. */
  folder: string;
  signal: AbortSignal;
  /** One line for whoever waits. */
  say(line: string): void;
}

/** Adds what happened to what is counted. */
export function count(counts: Record<string, number>, names: readonly string[]): void {
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
}
