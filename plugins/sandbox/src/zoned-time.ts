/** The date and time people in a zone read off their clocks: `2026-11-20T13:05`. */
export type LocalTime = string;

const localPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;

/** `sv-SE` writes ISO dates. */
export function localTime(instant: Date, timeZone: string): LocalTime {
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    instant,
  );
  return text.replace(' ', 'T');
}

/** The instant of a local time; undefined when there is no such date. In the hour that repeats, one of the two. */
export function instantOf(local: LocalTime, timeZone: string): Date | undefined {
  const asUtc = new Date(`${local}Z`);
  if (!localPattern.test(local) || Number.isNaN(asUtc.getTime())) return undefined;
  if (localTime(asUtc, 'UTC') !== local.slice(0, 16)) return undefined;
  const guess = new Date(asUtc.getTime() - offsetAt(asUtc, timeZone));
  return new Date(asUtc.getTime() - offsetAt(guess, timeZone));
}

function offsetAt(instant: Date, timeZone: string): number {
  const minute = Math.floor(instant.getTime() / 60_000) * 60_000;
  return new Date(`${localTime(instant, timeZone)}Z`).getTime() - minute;
}
