const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Gateways remember an id of ours for a day: after that a repetition could begin something new. */
const resendHours = 23;
const patienceDays = 7;

/** When to ask again: soon where the outcome of the start is unknown, slower every time, every quarter of an hour at last. */
export function nextCheck({ now, checks, known }: { now: Date; checks: number; known: boolean }): Date {
  const first = known ? 30 * second : 5 * second;
  return new Date(now.getTime() + Math.min(first * 2 ** Math.min(checks, 12), 15 * minute));
}

/** Whether the same request may still be sent again under its id. */
export const mayResend = ({ startedAt, now }: { startedAt: Date; now: Date }): boolean =>
  now.getTime() - startedAt.getTime() < resendHours * hour;

/** Whether it has been open for so long that people should look instead of us asking on. */
export const isStale = ({ startedAt, now }: { startedAt: Date; now: Date }): boolean =>
  now.getTime() - startedAt.getTime() > patienceDays * 24 * hour;

/** The same for what may be open for long: once a day after a week, as people know of it then and money may come late. */
export const nextAsk = ({ startedAt, now, checks }: { startedAt: Date; now: Date; checks: number }): Date =>
  isStale({ startedAt, now }) ? new Date(now.getTime() + 24 * hour) : nextCheck({ now, checks, known: true });

/** Whether a gateway has been missing for so long that it is not coming back: a process may be older than a new one. */
export const isUnlisted = ({ since, now }: { since: Date; now: Date }): boolean =>
  now.getTime() - since.getTime() > hour;

/**
 * When the process that took a notification should have looked into it: afterwards the sweep takes it up, as after the
 * end of that process.
 */
export const firstLookOver = (now: Date): Date => new Date(now.getTime() + 10 * second);

/** When a notification that could not be handled is looked at again. */
export const nextTry = ({ now, tries }: { now: Date; tries: number }): Date =>
  nextCheck({ now, checks: tries, known: true });
