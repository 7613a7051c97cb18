/** The pool of all places of a departure. */
export const wholeEvent = 'event';

/** The pool of the unnumbered places of one zone. */
export const zonePool = (zone: string): string => `zone:${zone}`;

/** A claim as counters see it; numbered places stand in the pool of the whole departure alone. */
export type Counted = { eventId: string; pool?: string; quantity?: number; takesPlace?: boolean };

/** What a counter gains or loses. */
export type Change = { eventId: string; pool: string; held: number; sold: number };

/** What one place more, or less, in these claims means for each counter. */
export function changesOf(
  claims: readonly Counted[],
  { held = 0, sold = 0 }: { held?: number; sold?: number },
): Change[] {
  return claims.flatMap((claim) =>
    poolsOf(claim).map((pool) => {
      const { eventId, quantity = 1 } = claim;
      return { eventId, pool, held: held * quantity, sold: sold * quantity };
    }),
  );
}

function poolsOf({ pool = wholeEvent, takesPlace = true }: Counted): string[] {
  return takesPlace ? [...new Set([wholeEvent, pool])] : [];
}

/** One change for each counter, in the order in which counters are locked; what changes nothing is left out. */
export function merged(changes: readonly Change[]): Change[] {
  const byCounter = Map.groupBy(changes, ({ eventId, pool }) => JSON.stringify([eventId, pool]));
  return [...byCounter.values()]
    .map((group) => group.reduce(plus))
    .filter(({ held, sold }) => held !== 0 || sold !== 0)
    .sort((left, right) => compare(left.eventId, right.eventId) || compare(left.pool, right.pool));
}

function plus(left: Change, right: Change): Change {
  return { ...left, held: left.held + right.held, sold: left.sold + right.sold };
}

const compare = (left: string, right: string) => Number(left > right) - Number(left < right);
