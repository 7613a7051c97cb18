import type { NumberedChange } from '../domain/place-changes.ts';
import type { EventClaims } from '../store/live-claims.ts';
import { type DepartureClaims, departureClaims } from './departure-claims.ts';

/** Places held and sold by departure at one moment; `version` changes whenever one of these numbers does. */
export type TakenNow = { version: number; places: ReadonlyMap<string, number> };

/** The live claims of this process. */
export type ClaimsInMemory = {
  /** Puts these readings in place of what was known of the departures; with `all`, of everything. */
  replace(claims: readonly EventClaims[], options?: { all?: boolean }): void;
  /** Takes one change; false when the departure has to be read anew. */
  apply(change: NumberedChange): boolean;
  /** As they are at the moment, or at the latest that anybody has asked for: who waited asks for an earlier one. */
  claimsOf(eventId: string, now: Date): DepartureClaims | undefined;
  takenAt(now: Date): TakenNow;
  /** The next moment may be earlier than the ones before. */
  clockMoved(): void;
};

type State = {
  known: Map<string, DepartureClaims>;
  /** Departures whose number may be another. */
  stale: Set<string>;
  now: number;
  /** The latest moment that anybody has asked for. */
  latest: number;
  nextDeath: number;
  taken: TakenNow;
};

/** Holds die by themselves: between two deaths, and two changes, what was counted stays counted. */
export function claimsInMemory(): ClaimsInMemory {
  const state: State = {
    ...{ known: new Map(), stale: new Set(), now: -Infinity, latest: -Infinity, nextDeath: Infinity },
    taken: { version: 0, places: new Map() },
  };
  return {
    replace: (claims, { all = false } = {}) => replace(state, { claims, all }),
    apply: (change) => apply(state, change),
    claimsOf: (eventId, now) => {
      const claims = state.known.get(eventId);
      claims?.at(latestOf(state, now));
      state.stale.add(eventId);
      return claims;
    },
    takenAt: (now) => {
      count(state, latestOf(state, now));
      return state.taken;
    },
    clockMoved: () => void (state.latest = -Infinity),
  };
}

/** Milliseconds for which nobody waits with a moment: one that is earlier by more is of a clock that was set right. */
const longestWait = 60_000;

function latestOf(state: State, now: Date): number {
  const at = now.getTime();
  state.latest = state.latest - at > longestWait ? at : Math.max(state.latest, at);
  return state.latest;
}

function replace(state: State, { claims, all }: { claims: readonly EventClaims[]; all: boolean }): void {
  const before = new Map(state.known);
  if (all) state.known.clear();
  for (const one of claims) {
    const known = before.get(one.eventId);
    // A reading that began earlier may end later.
    const isNewer = all || one.seq >= (known?.seq() ?? 0);
    state.known.set(one.eventId, isNewer || !known ? departureClaims(one) : known);
  }
  for (const eventId of [...before.keys(), ...state.known.keys()]) state.stale.add(eventId);
}

function apply(state: State, change: NumberedChange): boolean {
  const { eventId, seq } = change;
  const isFirst = seq === 1 && !state.known.has(eventId);
  if (isFirst) state.known.set(eventId, departureClaims({ eventId, seq: 0, seats: [], counts: [] }));
  state.stale.add(eventId);
  return state.known.get(eventId)?.apply(change) ?? false;
}

function count(state: State, now: number): void {
  if (now < state.now || now >= state.nextDeath) for (const id of state.known.keys()) state.stale.add(id);
  if (state.stale.size === 0) return;
  const changed = [...state.stale].flatMap((eventId) => countOf(state, { eventId, now }));
  const isAll = now < state.now || now >= state.nextDeath;
  const read = isAll ? state.known.keys() : state.stale;
  state.nextDeath = soonest(state, { eventIds: read, least: isAll ? Infinity : state.nextDeath });
  state.now = now;
  state.stale = new Set();
  if (changed.length === 0) return;
  const places = new Map(state.taken.places);
  for (const [eventId, taken] of changed)
    if (taken === undefined) places.delete(eventId);
    else places.set(eventId, taken);
  state.taken = { version: state.taken.version + 1, places };
}

type Counting = { eventId: string; now: number };

/** The number that has changed; undefined for a departure that is not known any more. */
function countOf(state: State, { eventId, now }: Counting): [string, number | undefined][] {
  const claims = state.known.get(eventId);
  claims?.at(now);
  const taken = claims?.taken();
  return taken === state.taken.places.get(eventId) ? [] : [[eventId, taken]];
}

type Looking = { eventIds: Iterable<string>; least: number };

function soonest({ known }: State, { eventIds, least }: Looking): number {
  let soonestYet = least;
  for (const eventId of eventIds)
    soonestYet = Math.min(soonestYet, known.get(eventId)?.nextDeath() ?? Infinity);
  return soonestYet;
}
