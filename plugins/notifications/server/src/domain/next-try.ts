const firstSeconds = 30;
const factor = 3;
const maxSeconds = 6 * 3600;

/** When the next attempt is due after `attempts` that failed: 30 s, 90 s, 4.5 min … never more than 6 h later. */
export function nextTryAt(attempts: number, now: Date): Date {
  const seconds = Math.min(firstSeconds * factor ** (attempts - 1), maxSeconds);
  return new Date(now.getTime() + seconds * 1000);
}
