import type { EventClaims, Until } from '../store/live-claims.ts';

/** Places held and sold by departure at one moment; `version` changes whenever they may have. */
export type TakenNow = { version: number; places: ReadonlyMap<string, number> };

/** The live claims of this process. */
export type ClaimsInMemory = {
  /** Puts these departures in place of what was known of them; with `all`, of everything. */
  replace(claims: readonly EventClaims[], options?: { all?: boolean }): void;
  claimsOf(eventId: string): EventClaims | undefined;
  takenAt(now: Date): TakenNow;
};

/** Holds die by themselves: between two deaths what was counted stays counted. */
export function claimsInMemory(): ClaimsInMemory {
  const known = new Map<string, EventClaims>();
  const state = { version: 0, from: 0, to: -Infinity, places: new Map<string, number>() };
  const count = (now: number) => {
    const living = [...known.values()];
    state.places = new Map(living.map((claims) => [claims.eventId, takenOf(claims, now)]));
    state.from = now;
    state.to = Math.min(...living.map((claims) => nextDeath(claims, now)));
    state.version += 1;
  };
  return {
    replace(claims, { all = false } = {}) {
      if (all) known.clear();
      for (const one of claims) {
        // A reading that began earlier may end later.
        if (one.seq >= (known.get(one.eventId)?.seq ?? 0)) known.set(one.eventId, one);
      }
      state.to = -Infinity;
    },
    claimsOf: (eventId) => known.get(eventId),
    takenAt(now) {
      const at = now.getTime();
      if (at < state.from || at >= state.to) count(at);
      return { version: state.version, places: state.places };
    },
  };
}

export const isLive = (until: Until, now: number): boolean => until === null || until > now;

function takenOf({ seats, counts }: EventClaims, now: number): number {
  const seated = seats.filter(({ until }) => isLive(until, now)).length;
  return counts.reduce((sum, { places, until }) => sum + (isLive(until, now) ? places : 0), seated);
}

function nextDeath({ seats, counts }: EventClaims, now: number): number {
  return [...seats, ...counts].reduce(
    (next, { until }) => (until !== null && until > now ? Math.min(next, until) : next),
    Infinity,
  );
}
