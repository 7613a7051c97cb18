const minute = 60_000;

/** How long and how much one buyer may hold. Source: the policies of the sale. */
export const holdTerms = {
  /** From the first place on; further places do not prolong it. */
  lifeMs: 15 * minute,
  /** The most to which the start of a payment can prolong it, from the first place on. */
  longestLifeMs: 75 * minute,
  /** Places of one session on one departure, in its orders that are not paid included. */
  places: 12,
  /** Departures on which one session, or one customer, holds places. */
  openHolds: 10,
  /** Days for which holds that have ended are kept for reports. */
  keptDays: 400,
} as const;

export type Term = { expiresAt: Date; maxExpiresAt: Date };

/** The term of a hold that begins now. */
export function termFrom(now: Date): Term {
  const at = (ms: number) => new Date(now.getTime() + ms);
  return { expiresAt: at(holdTerms.lifeMs), maxExpiresAt: at(holdTerms.longestLifeMs) };
}

/** The end of a hold after it was prolonged: never earlier, never past its longest life. */
export function prolonged({ expiresAt, maxExpiresAt }: Term, until: Date): Date {
  const wanted = Math.min(until.getTime(), maxExpiresAt.getTime());
  return new Date(Math.max(expiresAt.getTime(), wanted));
}
