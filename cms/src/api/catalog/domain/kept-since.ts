const keptDays = 30;

/**
 * Departures that ended before this moment are not kept in memory: nobody looks for them, and orders have their own
 * copy. ISO 8601.
 */
export const keptSince = (now: Date): string => new Date(now.getTime() - keptDays * 86_400_000).toISOString();
