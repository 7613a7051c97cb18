/** A point in time as the database or the panel gives it. */
export type Instant = Date | string | null | undefined;

/** Milliseconds since the epoch; undefined for what is absent. */
export function millis(instant: Instant): number | undefined {
  return instant === null || instant === undefined ? undefined : new Date(instant).getTime();
}

/** Whether both are there and the second is not after the first. */
export function isReversed(first: Instant, second: Instant): boolean {
  const [from, to] = [millis(first), millis(second)];
  return from !== undefined && to !== undefined && to <= from;
}
