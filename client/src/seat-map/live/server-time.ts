/** A clock that nobody can set: the house's time once, and a stopwatch since. The phone's own clock is not asked. */
export interface ServerTime {
  now: () => number;
  /** The house has said the time anew. */
  set: (iso: string) => void;
}

/** `age`: how many milliseconds ago `iso` was said. */
export function serverTime(
  { iso, age = 0 }: { iso: string; age?: number },
  stopwatch: () => number = () => performance.now(),
): ServerTime {
  const at = { said: Date.parse(iso), watch: stopwatch() - age };
  return {
    now: () => at.said + stopwatch() - at.watch,
    set: (said) => void Object.assign(at, { said: Date.parse(said), watch: stopwatch() }),
  };
}

/** Whole seconds until the moment; 0 when it has passed. */
export const secondsUntil = (time: ServerTime, iso: string): number =>
  Math.max(0, Math.floor((Date.parse(iso) - time.now()) / 1000));
